package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.Layout;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Golden;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every message is a golden file: read them as texts when they change. */
class PlanProblemsTest {

    private static final MethodDescription OPTIONS =
            MethodDescription.of("has options")
                    .option(
                            MethodOption.number("density", "how much is kept")
                                    .between(0, 1)
                                    .orElse(0.5))
                    .option(
                            MethodOption.flag("rescale", "whether to scale up what is kept")
                                    .orElse(true))
                    .option(
                            MethodOption.text("sign", "how signs are chosen", "sum", "count")
                                    .orElse("sum"));
    private static final Merger MERGER =
            Terge.builder()
                    .plugin(ScriptedMethod.described("tuned", OPTIONS))
                    .plugin(
                            ScriptedMethod.described(
                                    "pair", MethodDescription.of("two models").inputs(2, 2)))
                    .plugin(
                            ScriptedMethod.described(
                                    "delta", MethodDescription.of("differences").withBase()))
                    .build();

    private final TinyModel a =
            TinyModel.seeded(1)
                    .with("head.bias", DType.F32, 2)
                    .with("head.weight", DType.F32, 2, 2)
                    .with("late", DType.F32, 1);
    private final TinyModel b =
            TinyModel.seeded(2)
                    .with("head.bias", DType.F32, 2)
                    .with("head.weight", DType.F32, 2, 2);
    private final TinyModel d =
            TinyModel.seeded(4)
                    .with("head.bias", DType.F32, 2)
                    .with("head.weight", DType.F32, 2, 2);
    private final TinyModel c = TinyModel.seeded(3).with("late", DType.F32, 1);

    @Test
    void tellsAllProblemsOfARequestAtOnce() {
        MergeRequestBuilder request =
                request(a, b)
                        .model(Path.of("no/such/model.safetensors"))
                        .model(ModelReference.at("hub://models/one"))
                        .model(ModelReference.of(Map.of("head", 1.5), "numbers"))
                        .base(7)
                        .include("regexp:^head", "regex:(head")
                        .exclude("glob:*.bias")
                        .method("regex:head[", "arithmetic")
                        .method("aritmetic")
                        .weights("glob:*.bias", 1, 2)
                        .weights(1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5)
                        .option("density", "0.5")
                        .dtype(DType.I8)
                        .to(Path.of("out.gguf"));
        rejected("all-at-once", request);
    }

    @Test
    void tellsOfOptionsThatDoNotFit() {
        MergeRequestBuilder request =
                request(a, b)
                        .method("tuned")
                        .option("densty", "0.5")
                        .option("density", "1.5")
                        .option("head.bias", "density", "half")
                        .option("rescale", "yes")
                        .option("sign", "majority")
                        .option("seed", "7");
        rejected("options", request);
    }

    @Test
    void tellsOfWeightsThatCancelOutAmongTheHolders() {
        MergeRequestBuilder request =
                request(a, b, c)
                        .weights("glob:head.*", 0.1, -0.1, 7)
                        .weights(0, 1, 0)
                        .to(ModelReference.of(new LinkedHashMap<>(), "memory"));
        rejected("weights-cancel-out", request);
    }

    @Test
    void tellsOfWeightsThatCancelOutBesideTheBase() {
        rejected("weights-beside-base", request(a, b, c).base(0).method("delta").weights(1, 0, 1));
    }

    @Test
    void tellsOfMethodsForAnotherNumberOfModels() {
        rejected("wrong-number", request(a, b, d).method("pair"));
    }

    @Test
    void tellsOfSlicesWithoutTheBase() {
        TinyModel model = a.with("layers.0.w", DType.F32, 2).with("layers.1.w", DType.F32, 2);
        Layout.Source first = new Layout.Source(ModelScope.model(1), 0, 1);
        Layout.Source second = new Layout.Source(ModelScope.model(1), 1, 2);
        Layout.Source base = new Layout.Source(ModelScope.model(0), 0, 1);
        rejected(
                "slice-without-base",
                request(model, model)
                        .base(0)
                        .method("delta")
                        .layout(
                                new Layout.Slices(
                                        List.of(
                                                new Layout.Slice(
                                                        List.of(base, first),
                                                        Optional.empty(),
                                                        List.of()),
                                                new Layout.Slice(
                                                        List.of(second),
                                                        Optional.empty(),
                                                        List.of())))));
    }

    @Test
    void tellsOfFiltersWithoutAText() {
        rejected("empty-filter", request(a, b).include("").exclude("head.bias", ""));
    }

    @Test
    void tellsOfParametersWithoutAMethod() {
        TinyModel many = a;
        for (int i = 0; i < 10; i++) {
            many = many.with("layer." + i, DType.F32, 1);
        }
        rejected("no-method", request(many, many).method("glob:head.*", "arithmetic").inPlace());
    }

    @Test
    void tellsOfOtherProblemsBesideWeightsOfTheWrongLength() {
        MergeRequestBuilder request =
                request(a, b).method("head.bias", "arithmetic").weights(1, 2, 3);
        rejected("wrong-length", request);
    }

    @Test
    void tellsOfARequestWithoutModels() {
        rejected("no-models", MergeRequest.builder());
    }

    @Test
    void tellsOfAFullTarget() {
        rejected("output-exists", request(a, b).to(c.inMemory("models of last week")));
    }

    @Test
    void tellsOfTheBaseOnlyOnceWhereItIsNotThere() {
        MergeRequestBuilder request =
                MergeRequest.builder()
                        .model(Path.of("gone"))
                        .model(Path.of("gone"))
                        .base(Path.of("gone"))
                        .inPlace();
        MergeRejectedException rejection = reject(request);
        assertThat(rejection.problems())
                .filteredOn(p -> p.code() == TergeCode.MODEL_NOT_FOUND)
                .hasSize(1);
    }

    private static void rejected(String golden, MergeRequestBuilder request) {
        Golden.check(golden, Objects.requireNonNull(reject(request).getMessage()));
    }

    static MergeRejectedException reject(MergeRequestBuilder request) {
        return reject(MERGER, request);
    }

    static MergeRejectedException reject(Merger merger, MergeRequestBuilder request) {
        MergeRejectedException rejection =
                catchThrowableOfType(
                        MergeRejectedException.class, () -> merger.plan(request.build()));
        assertThat(rejection).isNotNull();
        assertThat(rejection.problems()).extracting(Problem::code).isSubsetOf(rejecting());
        return rejection;
    }

    private static List<ErrorCode> rejecting() {
        return Arrays.stream(TergeCode.values())
                .<ErrorCode>map(code -> code)
                .filter(code -> code.kind() == ErrorCode.Kind.REJECTED)
                .toList();
    }
}
