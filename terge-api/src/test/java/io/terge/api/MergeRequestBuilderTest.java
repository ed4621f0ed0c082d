package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class MergeRequestBuilderTest {

    private static final ModelReference A = ModelReference.at("a");
    private static final ModelReference B = ModelReference.at("b");

    @Test
    void saysTheLeastByDefault() {
        MergeRequest request = MergeRequest.builder().model(A).model(Path.of("b")).build();
        assertThat(request.models()).containsExactly(A, B);
        assertThat(request.base()).isEqualTo(new BaseChoice.Index(0));
        assertThat(request.methods()).containsExactly(Rule.forAll("arithmetic"));
        assertThat(request.weights()).isEmpty();
        assertThat(request.options()).isEmpty();
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
                        .option("seed", "1")
                        .build();
        assertThat(request.methods())
                .containsExactly(new Rule<>("regex:^a", "slerp"), Rule.forAll("ties"));
        assertThat(request.weights())
                .containsExactly(
                        new Rule<>("b", List.of(1.0, 2.0)), Rule.forAll(List.of(3.0, 4.0)));
        assertThat(request.options())
                .containsExactly(
                        new Rule<>("glob:*", new OptionSetting("density", "0.5")),
                        Rule.forAll(new OptionSetting("seed", "1")));
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
        assertThat(request).isEqualTo(MergeRequest.builder().model(A).include("x").build());
    }

    @Test
    void aShardSizeIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MergeRequest.builder().shardSize(0))
                .withMessageStartingWith("A shard size is positive");
    }
}
