package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class MergeRequestBuilderTest {

    private static final ModelReference A = ModelReference.at("a");
    private static final ModelReference B = ModelReference.at("b");

    @Test
    void saysTheLeastByDefault() {
        MergeRequest request = MergeRequest.builder().model(A).model(Path.of("b")).build();
        assertThat(request.models()).containsExactly(A, B);
        assertThat(request.base()).isEqualTo(new BaseChoice.Unset());
        assertThat(request.methods()).containsExactly(Rule.forAll("arithmetic"));
        assertThat(request.settings()).isEmpty();
        assertThat(request.layout()).isEqualTo(Layout.ofBase());
        assertThat(request.adapters()).isEmpty();
        assertThat(request.renames()).isEmpty();
        assertThat(request.seed()).isZero();
        assertThat(request.included()).isEmpty();
        assertThat(request.excluded()).isEmpty();
        assertThat(request.output()).isEqualTo(OutputChoice.none());
    }

    @Test
    void keepsRulesInTheOrderInWhichTheyWereSaid() {
        MergeRequest request =
                MergeRequest.builder()
                        .method("regex:^a", "slerp")
                        .method("ties")
                        .weights("b", 1, 2)
                        .weights(3, 4)
                        .option("glob:*", "density", "0.5")
                        .option("lambda", "1")
                        .build();
        assertThat(request.methods())
                .containsExactly(new Rule<>("regex:^a", "slerp"), Rule.forAll("ties"));
        assertThat(request.settings())
                .containsExactly(
                        setting("b", "weight", SettingValue.perModel(1, 2)),
                        setting("*", "weight", SettingValue.perModel(3, 4)),
                        setting("glob:*", "density", SettingValue.of("0.5")),
                        setting("*", "lambda", SettingValue.of("1")));
    }

    @Test
    void aSettingIsForAllModelsUnlessItSaysOtherwise() {
        Setting ofOne =
                new Setting("x", ModelScope.model(1), "density", SettingValue.gradient(0, 1));
        MergeRequest request =
                MergeRequest.builder()
                        .set(ofOne)
                        .set("y", Setting.WEIGHT, SettingValue.of(0.5))
                        .option("t", 2)
                        .build();
        assertThat(request.settings())
                .containsExactly(
                        ofOne,
                        setting("y", "weight", SettingValue.of("0.5")),
                        Setting.of("t", SettingValue.of("2")));
    }

    @Test
    void namesAdaptersRenamesLayoutAndSeed() {
        ParameterSpec w = ParameterSpec.of("w", DType.F32, Shape.of(2));
        Layout.Piece piece = new Layout.Piece(ModelScope.model(0), "v", RowMap.all());
        Layout layout = new Layout.Given(List.of(new Layout.Entry(w, List.of(piece))));
        MergeRequest request =
                MergeRequest.builder()
                        .model(A)
                        .model(B, "npz")
                        .adapter(ModelScope.base(), "gguf")
                        .rename(ModelScope.model(1), "^bert\\.", "")
                        .renames(List.of(new Rename(ModelScope.all(), "^a$", "b")))
                        .layout(layout)
                        .seed(7)
                        .to(A)
                        .outputAdapter("safetensors")
                        .build();
        assertThat(request.adapters())
                .containsExactly(
                        new AdapterChoice(ModelScope.model(1), "npz"),
                        new AdapterChoice(ModelScope.base(), "gguf"));
        assertThat(request.renames())
                .containsExactly(
                        new Rename(ModelScope.model(1), "^bert\\.", ""),
                        new Rename(ModelScope.all(), "^a$", "b"));
        assertThat(request.layout()).isEqualTo(layout);
        assertThat(request.seed()).isEqualTo(7);
        assertThat(request.output().adapter()).contains("safetensors");
    }

    @Test
    void theLastWordOnTheBaseAndTheTargetCounts() {
        MergeRequestBuilder builder = MergeRequest.builder().base(1).base(Path.of("a"));
        assertThat(builder.build().base()).isEqualTo(new BaseChoice.Other(A));
        assertThat(builder.base(2).build().base()).isEqualTo(new BaseChoice.Index(2));
        assertThat(builder.to(Path.of("b")).inPlace().build().output().target()).isEmpty();
        assertThat(builder.to(Path.of("b")).build().output().inPlace()).isFalse();
        assertThat(builder.build().output().target()).contains(B);
    }

    @Test
    void saysHowTheOutputIsStored() {
        OutputChoice output =
                MergeRequest.builder()
                        .dtype(DType.BF16)
                        .shardSize(10)
                        .overwrite()
                        .to(B)
                        .build()
                        .output();
        assertThat(output.dtype()).contains(DType.BF16);
        assertThat(output.shardSize()).hasValue(10);
        assertThat(output.overwrite()).isTrue();
        assertThat(output.target()).contains(B);
        assertThat(output.withBaseReplaced().shardSize()).hasValue(10);
    }

    @Test
    void aRequestDoesNotChangeWithItsBuilder() {
        MergeRequestBuilder builder = MergeRequest.builder().model(A).include("x");
        MergeRequest request = builder.build();
        builder.model(B).include("y").exclude("z").method("m").weights(1).option("o", "v");
        assertThat(request.models()).containsExactly(A);
        assertThat(request.included()).containsExactly("x");
        assertThat(request.excluded()).isEmpty();
        assertThat(request.methods()).containsExactly(Rule.forAll("arithmetic"));
        assertThat(request.settings()).isEmpty();
    }

    @Test
    void typesAreRulesAndOneForTheRest() {
        OutputChoice output =
                MergeRequest.builder()
                        .model(A)
                        .dtype("glob:*.norm", DType.F32)
                        .dtype(DType.BF16)
                        .dtype("head", DType.F16)
                        .build()
                        .output();
        assertThat(output.dtype()).contains(DType.BF16);
        assertThat(output.types())
                .containsExactly(
                        new Rule<>("glob:*.norm", DType.F32), new Rule<>("head", DType.F16));
        OutputChoice every = OutputChoice.none().withDtype("*", DType.F64);
        assertThat(every.dtype()).contains(DType.F64);
        assertThat(every.types()).isEmpty();
    }

    @Test
    void aRequestBecomesABuilderWithAllThatItSays() {
        MergeRequest request =
                MergeRequest.builder()
                        .model(A, "huggingface")
                        .adapterSetting("pickle", "strict")
                        .rename(ModelScope.all(), "a", "b")
                        .method("head", "slerp")
                        .method("ties")
                        .weights(2)
                        .include("x")
                        .exclude("y")
                        .base(B)
                        .layout(new Layout.Given(List.of()))
                        .seed(7)
                        .strict()
                        .dtype("head", DType.F32)
                        .dtype(DType.BF16)
                        .shardSize(10)
                        .to(B)
                        .copy("*.md")
                        .build();

        assertThat(request.toBuilder().build()).usingRecursiveComparison().isEqualTo(request);
        assertThat(request.toBuilder().model(B).build().models()).containsExactly(A, B);
        assertThat(request.models()).containsExactly(A);
        MergeRequest conversion = MergeRequest.convert(A).to(B).build();
        assertThat(conversion.toBuilder().build()).usingRecursiveComparison().isEqualTo(conversion);
    }

    @Test
    void aRecipeIsOfOneRequestAndNamesAreOfAll() {
        RecipeText recipe = new RecipeText("terge", "models: [a]", List.of(), "models: [a]");
        MergeRequest request = MergeRequest.builder().model(A).name(0, "a").recipe(recipe).build();

        assertThat(request.recipe()).contains(recipe);
        assertThat(request.toBuilder().build().recipe()).isEmpty();
        assertThat(request.toBuilder().build().names()).containsExactly(Map.entry(0, "a"));
    }

    @Test
    void typesCanBeTakenBack() {
        MergeRequest request =
                MergeRequest.builder()
                        .model(A)
                        .dtype("head", DType.F32)
                        .dtype(DType.BF16)
                        .shardSize(10)
                        .build();

        OutputChoice kept = request.toBuilder().keepTypes().build().output();

        assertThat(kept.dtype()).isEmpty();
        assertThat(kept.types()).isEmpty();
        assertThat(kept.shardSize()).hasValue(10);
    }

    @Test
    void aShardSizeIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergeRequest.builder().shardSize(0))
                .withMessageStartingWith("A shard size must be positive");
    }

    @Test
    void aTargetIsRefusedInPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new OutputChoice(
                                        Optional.of(A),
                                        Optional.empty(),
                                        true,
                                        Optional.empty(),
                                        List.of(),
                                        OptionalLong.empty(),
                                        false,
                                        NonFinitePolicy.WARN,
                                        false,
                                        true));
    }

    private static Setting setting(String selector, String name, SettingValue value) {
        return new Setting(selector, ModelScope.all(), name, value);
    }
}
