package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.Layout;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class OmissionsInPlansTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel base =
            TinyModel.seeded(1)
                    .with("w", DType.F32, 2, 3)
                    .with("ids", DType.I64, 4)
                    .with("head", DType.F32, 2)
                    .with("conv", DType.F32, 9, 4)
                    .with("packed", DType.F32, 4);
    private final TinyModel full =
            TinyModel.seeded(2)
                    .with("w", DType.F16, 2, 3)
                    .with("ids", DType.I64, 4)
                    .with("head", DType.F32, 2)
                    .with("conv", DType.F32, 9, 4)
                    .with("packed", DType.F32, 4);
    private final TinyModel other =
            TinyModel.seeded(3)
                    .with("w", DType.F32, 2, 3)
                    .with("conv", DType.F32, 4, 4)
                    .with("packed", DType.I8, 4)
                    .with("extra.a", DType.F32, 1)
                    .with("extra.ids", DType.I64, 1);

    @Test
    void areNoneWhereAllIsMerged() {
        TinyModel one = TinyModel.seeded(1).with("w", DType.F32, 2);
        MergePlan plan = MERGER.plan(request(one, one).build());
        assertThat(plan.omissions()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void areCountedByCauseOnBothSides() {
        assertThat(lines(request(base, other)))
                .containsExactly(
                        "MISSING_IN_MODEL COPIED 1: head",
                        "NOT_IN_BASE DROPPED 1: extra.a, extra.ids",
                        "OTHER_SHAPE COPIED 1: conv ([9, 4] in the base, [4, 4] in model 1)",
                        "OTHER_TYPE COPIED 1: packed (F32 in the base, I8 in model 1)",
                        "NOT_FLOATING COPIED: ids (I64)");
        assertThat(lines(request(base, other).base(1)))
                .containsExactly(
                        "MISSING_IN_MODEL COPIED 0: extra.a",
                        "NOT_IN_BASE DROPPED 0: ids, head",
                        "OTHER_SHAPE COPIED 0: conv ([4, 4] in the base, [9, 4] in model 0)",
                        "OTHER_TYPE COPIED 0: packed (I8 in the base, F32 in model 0)",
                        "NOT_FLOATING COPIED: extra.ids (I64)");
    }

    @Test
    void sayWhatTheOtherModelsAreMergedTo() {
        assertThat(lines(request(base, full, other)))
                .containsExactly(
                        "MISSING_IN_MODEL RESCALED 2: head",
                        "NOT_IN_BASE DROPPED 2: extra.a, extra.ids",
                        "OTHER_SHAPE RESCALED 2: conv ([9, 4] in the base, [4, 4] in model 2)",
                        "OTHER_TYPE RESCALED 2: packed (F32 in the base, I8 in model 2)",
                        "NOT_FLOATING COPIED: ids (I64)");
        Merger absolute = Terge.builder().plugin(new SettingMethods.Summing()).build();
        assertThat(absolute.plan(request(base, full, other).method("summing").build()).omissions())
                .first()
                .hasToString(
                        "Omission[cause=MISSING_IN_MODEL, effect=LEFT_OUT, model=OptionalInt[2],"
                                + " count=1, examples=[Example[name=head, detail=]]]");
    }

    @Test
    void areOfEachModelThatLacksTheParameter() {
        assertThat(lines(request(base, full, other, other)))
                .contains("MISSING_IN_MODEL RESCALED 2: head", "MISSING_IN_MODEL RESCALED 3: head");
        MergeRequestBuilder apart = request(full, other).base(base.inMemory("base"));
        assertThat(lines(apart)).contains("MISSING_IN_MODEL COPIED 1: head");
    }

    @Test
    void nameFiveAndCountTheRest() {
        TinyModel large = TinyModel.seeded(4).with("w", DType.F32, 1);
        for (int i = 0; i < 8; i++) {
            large = large.with("layer." + i, DType.F32, 1);
        }
        MergePlan plan =
                MERGER.plan(request(large, TinyModel.seeded(5).with("w", DType.F32, 1)).build());
        assertThat(plan.omissions().getFirst().count()).isEqualTo(8);
        assertThat(plan.omissions().getFirst().names())
                .isEqualTo("layer.0, layer.1, layer.2, layer.3, layer.4 and 3 more");
    }

    @Test
    void doNotWarnOfWhatTheRequestAsksFor() {
        MergeRequestBuilder excluding =
                request(base, other).exclude("head", "conv", "packed", "glob:extra.*");
        assertThat(lines(excluding))
                .containsExactly(
                        "NOT_FLOATING COPIED: ids (I64)",
                        "EXCLUDED COPIED: head, conv, packed",
                        "EXCLUDED DROPPED 1: extra.a, extra.ids");
        assertThat(MERGER.plan(excluding.build()).warnings()).isEmpty();
        MergeRequestBuilder including = request(base, other).include("w");
        assertThat(lines(including))
                .containsExactly(
                        "NOT_FLOATING COPIED: ids (I64)",
                        "NOT_INCLUDED COPIED: head, conv, packed",
                        "NOT_INCLUDED DROPPED 1: extra.a, extra.ids");
        assertThat(MERGER.plan(including.build()).warnings()).isEmpty();
    }

    @Test
    void areOfTheNamesThatRenamesGive() {
        TinyModel prefixed = TinyModel.seeded(4).with("m.w", DType.F32, 2, 3);
        TinyModel plain = TinyModel.seeded(5).with("w", DType.F32, 2, 3);
        assertThat(lines(request(plain, prefixed).rename(ModelScope.model(1), "^m\\.", "")))
                .isEmpty();
    }

    @Test
    void areFewerWhereALayoutNamesThePieces() {
        Layout layout =
                new Layout.Given(
                        List.of(entry("w", Shape.of(2, 3), 0, 1), entry("head", Shape.of(2), 0)));
        MergePlan plan = MERGER.plan(request(base, other).layout(layout).build());
        assertThat(lines(request(base, other).layout(layout)))
                .containsExactly(
                        "ONE_PIECE COPIED: head",
                        "NOT_IN_LAYOUT DROPPED 0: ids, conv, packed",
                        "NOT_IN_LAYOUT DROPPED 1: conv, packed, extra.a, extra.ids");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void areNoneOfAConversion() {
        MergePlan plan = MERGER.plan(MergeRequest.convert(base.inMemory("base")).build());
        assertThat(plan.omissions()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void areToldInOneWarningForEachModel() {
        assertThat(warnings(request(base, full, other)))
                .containsExactly(
                        """
                        [PARAMETERS_NOT_MERGED] The base and model 2 (model 2) have different parameters: 2 dropped, 3 merged from the others with rescaled weights
                           1 parameter is missing in model 2 and merged from the other models, with weights rescaled to a sum of 1: head
                           2 parameters of model 2 are missing in the base and dropped: extra.a, extra.ids
                           1 parameter has another shape in model 2 and is merged from the other models, with weights rescaled to a sum of 1: conv ([9, 4] in the base, [4, 4] in model 2)
                           1 parameter is floating-point in only one of the base and model 2, and is merged from the other models, with weights rescaled to a sum of 1: packed (F32 in the base, I8 in model 2)
                           fix: if these are the same parameters under other names, rename them (--rename, in Java .rename(...))
                           fix: to copy parameters from the base that not all models have, exclude them (--exclude, in Java .exclude(...))
                           fix: if what is copied or dropped is intended, exclude it to avoid this warning (--exclude, in Java .exclude(...))\
                        """);
    }

    @Test
    void namesBothSidesWhereNothingIsMerged() {
        TinyModel left = TinyModel.seeded(4).with("a.w", DType.F32, 2).with("ids", DType.I64, 1);
        TinyModel right = TinyModel.seeded(5).with("b.v", DType.F32, 2).with("ids", DType.I64, 1);
        assertThat(warnings(request(left, right)))
                .containsExactly(
                        """
                        [NO_PARAMETERS_TO_MERGE] No parameter can be merged: the output is a copy of the base
                           1 parameter is missing in model 1 and copied from the base: a.w
                           1 parameter of model 1 is missing in the base and dropped: b.v
                           1 parameter has no floating-point type and is copied from the base: ids (I64)
                           fix: if these are the same parameters under other names, rename them (--rename, in Java .rename(...))
                           fix: if what is copied or dropped is intended, exclude it to avoid this warning (--exclude, in Java .exclude(...))\
                        """);
        assertThat(warnings(request(left)))
                .containsExactly(
                        """
                        [NO_PARAMETERS_TO_MERGE] No parameter can be merged: the output is a copy of the base
                           1 parameter is in too few models to merge and copied from the base: a.w
                           1 parameter has no floating-point type and is copied from the base: ids (I64)
                           fix: list at least two models (in Java .model(...)); to copy one model, use terge convert\
                        """);
        assertThat(warnings(request(left, left).exclude("*")))
                .containsExactly(
                        """
                        [NO_PARAMETERS_TO_MERGE] No parameter can be merged: the output is a copy of the base
                           1 parameter has no floating-point type and is copied from the base: ids (I64)
                           1 parameter is excluded and copied from the base: a.w
                           fix: change the filters (--include, --exclude, in Java .include(...), .exclude(...))\
                        """);
    }

    @Test
    void rejectAStrictRequestWithAllWarningsAtOnce() {
        MergeRequest strict = request(base, full, other).exclude("nothing").strict().build();
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> MERGER.plan(strict))
                .satisfies(
                        rejection ->
                                assertThat(rejection.problems())
                                        .extracting(Problem::code)
                                        .containsExactly(
                                                TergeCode.SELECTOR_MATCHES_NOTHING,
                                                TergeCode.PARAMETERS_NOT_MERGED));
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> MERGER.plan(request(base).strict().build()))
                .withMessageContaining("[NO_PARAMETERS_TO_MERGE]");
        MergePlan sound = MERGER.plan(request(base, full).strict().build());
        assertThat(sound.omissions()).hasSize(1); // Integers are no surprise.
        MergePlan loose = MERGER.plan(request(base, other).build());
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(loose::requireNoWarnings)
                .withMessageContaining("[PARAMETERS_NOT_MERGED]");
    }

    @Test
    void rejectAStrictRequestTogetherWithItsErrors() {
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(
                        () ->
                                MERGER.plan(
                                        request(base, full, other)
                                                .dtype(DType.I8)
                                                .strict()
                                                .build()))
                .satisfies(
                        rejection ->
                                assertThat(rejection.problems())
                                        .extracting(Problem::code)
                                        .containsExactly(
                                                TergeCode.INVALID_OUTPUT_TYPE,
                                                TergeCode.PARAMETERS_NOT_MERGED));
    }

    @Test
    void areNotGuessedWhereNothingIsDecided() {
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> MERGER.plan(request(base, full).method("none").strict().build()))
                .satisfies(
                        rejection ->
                                assertThat(rejection.problems())
                                        .extracting(Problem::code)
                                        .containsExactly(TergeCode.UNKNOWN_METHOD));
    }

    private static Layout.Entry entry(String name, Shape shape, int... models) {
        List<Layout.Piece> pieces =
                Arrays.stream(models)
                        .mapToObj(i -> new Layout.Piece(ModelScope.model(i), name, RowMap.all()))
                        .toList();
        return new Layout.Entry(ParameterSpec.of(name, DType.F32, shape), pieces);
    }

    private static List<String> lines(MergeRequestBuilder request) {
        return MERGER.plan(request.build()).omissions().stream()
                .map(
                        omission ->
                                "%s %s%s: %s"
                                        .formatted(
                                                omission.cause(),
                                                omission.effect(),
                                                omission.model().isPresent()
                                                        ? " " + omission.model().getAsInt()
                                                        : "",
                                                omission.names()))
                .toList();
    }

    private static List<String> warnings(MergeRequestBuilder request) {
        return MERGER.plan(request.build()).warnings().stream().map(Problem::toString).toList();
    }
}
