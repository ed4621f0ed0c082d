package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RenameAdviceTest {

    private static final Merger MERGER = Terge.create();
    private static final Pattern ADVICE =
            Pattern.compile("fix: add --rename '1:(?<regex>[^']*)=(?<replacement>[^'=]*)' \\(in");
    private static final List<String> NAMES =
            List.of("embed.weight", "layers.0.q.weight", "layers.0.q.bias", "layers.1.q.weight");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bert.",
                "module.",
                "_orig_mod.",
                "0.auto_model.",
                "model.",
                "a.b.c.d.",
                "odd+name[0].",
                "$x\\y.",
                "w=1."
            })
    void namesThePrefixOfEitherSide(String prefix) {
        TinyModel plain = model("", NAMES, "");
        TinyModel prefixed = model(prefix, NAMES, "");
        assertMended(plain, prefixed, 4, "without the prefix '%s', 4".formatted(prefix));
        if (!prefix.contains("=")) { // It could not be told from the one before the replacement.
            assertMended(prefixed, plain, 4, "with the prefix '%s', 4".formatted(prefix));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".default", "_orig", ".weight_v"})
    void namesTheSuffixOfEitherSide(String suffix) {
        TinyModel plain = model("", NAMES, "");
        TinyModel with = model("", NAMES, suffix);
        assertMended(plain, with, 4, "without the suffix '%s', 4".formatted(suffix));
        assertMended(with, plain, 4, "with the suffix '%s', 4".formatted(suffix));
    }

    @ParameterizedTest
    @CsvSource({"bert., module.", "module., bert.", "model.bert., 0.auto_model."})
    void namesOnePrefixInsteadOfAnother(String ofBase, String ofModel) {
        assertMended(
                model(ofBase, NAMES, ""),
                model(ofModel, NAMES, ""),
                4,
                "with the prefix '%s' instead of '%s', 4".formatted(ofBase, ofModel));
    }

    @Test
    void isNotMisledByASinglePair() {
        assertMended(
                model("bert.", NAMES, "").with("norm", DType.F32, 2),
                model("module.", NAMES, "").with("final.norm", DType.F32, 2),
                4,
                "with the prefix 'bert.' instead of 'module.', 4");
    }

    @Test
    void leavesNamesThatAgreeAsTheyAre() {
        TinyModel headed = model("bert.", NAMES, "").with("head.weight", DType.F32, 2);
        TinyModel plain = model("", NAMES, "").with("head.weight", DType.F32, 2);
        assertMended(headed, plain, 5, "with the prefix 'bert.', 4");
        assertMended(plain, headed, 5, "without the prefix 'bert.', 4");
        TinyModel inner = model("bert.", NAMES, "").with("bert.head.weight", DType.F32, 2);
        TinyModel outer = model("", NAMES, "").with("bert.head.weight", DType.F32, 2);
        assertMended(outer, inner, 5, "without the prefix 'bert.', 4");
    }

    @Test
    void countsThoseOfOneShape() {
        TinyModel plain = model("", NAMES, "").with("head", DType.F32, 3);
        TinyModel prefixed = model("m.", NAMES, "").with("m.head", DType.F32, 4);
        assertThat(advice(plain, prefixed)).contains("without the prefix 'm.', 4 parameters");
    }

    @Test
    void findsThePrefixOfMostNames() {
        TinyModel plain = model("", NAMES, "");
        TinyModel mixed =
                model("text.", NAMES, "")
                        .with("vision.patch.weight", DType.F32, 2)
                        .with("vision.norm.weight", DType.F32, 2);
        assertMended(plain, mixed, 4, "without the prefix 'text.', 4");
    }

    @Test
    void isNotGivenWhereSeveralPrefixesWouldDo() {
        TinyModel plain = model("", NAMES, "");
        List<String> twice =
                Stream.of("encoder.", "decoder.")
                        .flatMap(prefix -> NAMES.stream().map(name -> prefix + name))
                        .toList();
        assertThat(warning(plain, model("", twice, ""))).doesNotContain("--rename '");
    }

    @Test
    void isNotGivenWhereItWouldHarm() {
        TinyModel base = model("", List.of("a", "b"), "");
        TinyModel model = model("", List.of("x.a", "x.b"), "").with("a.x", DType.F32, 3);
        assertMended(base, model, 2, "without the prefix 'x.', 2");
        TinyModel quoted = model("it's.", NAMES, "");
        assertThat(warning(model("", NAMES, ""), quoted)).doesNotContain("--rename '");
    }

    @Test
    void isNotGivenForACoincidence() {
        List<String> many =
                IntStream.range(0, 50).mapToObj(i -> "layers.%d.q".formatted(i)).toList();
        List<String> others =
                IntStream.range(0, 50).mapToObj(i -> "blocks.%d.k".formatted(i)).toList();
        TinyModel base = model("", many, "").with("norm", DType.F32, 2);
        TinyModel model = model("", others, "").with("final.norm", DType.F32, 2);
        assertThat(warning(base, model)).doesNotContain("--rename '").contains("(--rename, ");
    }

    @Test
    void isFoundAmongManyNames() {
        List<String> many =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> "layers.%d.experts.%d.weight".formatted(i % 100, i / 100))
                        .toList();
        assertMended(model("", many, ""), model("model.", many, ""), 2_000, "2000 parameters");
    }

    @Test
    void isNotGivenForNamesThatShareOnlyTheirLastPart() {
        List<String> heads = List.of("head.weight", "head.bias");
        List<String> others = List.of("extra.weight", "extra.bias");
        assertThat(warning(model("", heads, ""), model("", others, "")))
                .doesNotContain("--rename '");
    }

    // What is offered is done, to the letter.
    private static void assertMended(TinyModel base, TinyModel model, int merged, String how) {
        String advice = advice(base, model);
        assertThat(advice).contains(how);
        Matcher offered = ADVICE.matcher(advice);
        assertThat(offered.find()).as(advice).isTrue();
        MergePlan plan =
                MERGER.plan(
                        request(base, model)
                                .rename(
                                        ModelScope.model(1),
                                        offered.group("regex"),
                                        offered.group("replacement"))
                                .build());
        assertThat(plan.merged().count()).isEqualTo(merged);
    }

    private static String advice(TinyModel base, TinyModel model) {
        return warning(base, model)
                .lines()
                .filter(line -> line.contains("--rename '"))
                .findFirst()
                .orElse("none");
    }

    private static String warning(TinyModel base, TinyModel model) {
        List<Problem> warnings = MERGER.plan(request(base, model).build()).warnings();
        assertThat(warnings).hasSize(1);
        return warnings.getFirst().toString();
    }

    private static TinyModel model(String prefix, List<String> names, String suffix) {
        TinyModel model = TinyModel.seeded(prefix.length() + 1);
        for (String name : names) {
            model = model.with(prefix + name + suffix, DType.F32, 2);
        }
        return model;
    }
}
