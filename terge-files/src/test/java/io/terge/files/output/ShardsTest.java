package io.terge.files.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class ShardsTest {

    @Test
    void shardsAreFilledInTheOrderOfTheParameters() {
        assertThat(sizes(10, 4, 4, 20, 4, 6))
                .isEqualTo(List.of(List.of(4L, 4L), List.of(20L), List.of(4L, 6L)));
        assertThat(sizes(38, 4, 4, 20, 4, 6)).hasSize(1);
        assertThat(sizes(1, 2, 0, 3)).isEqualTo(List.of(List.of(2L), List.of(0L), List.of(3L)));
        assertThat(sizes(1)).isEqualTo(List.of(List.of()));
    }

    @Test
    void withoutALimitThereIsOneShard() {
        ModelBlueprint blueprint = blueprint(4, 4, 20);
        assertThat(Shards.filled(blueprint)).containsExactly(blueprint.parameters());
        assertThat(Shards.one(blueprint, "a file")).containsExactly(blueprint.parameters());
    }

    @Test
    void aSingleFileRefusesALimit() {
        ModelBlueprint blueprint = blueprint(4).withShardSize(OptionalLong.of(100));
        assertThatThrownBy(() -> Shards.one(blueprint, "a tiny file"))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED))
                .hasMessageContaining(
                        "The output is a tiny file, which cannot be split into shards")
                .hasMessageContaining("fix: omit the shard size");
    }

    private static List<List<Long>> sizes(long limit, int... parameters) {
        ModelBlueprint blueprint = blueprint(parameters).withShardSize(OptionalLong.of(limit));
        return Shards.filled(blueprint).stream()
                .map(shard -> shard.stream().map(ParameterSpec::byteSize).toList())
                .toList();
    }

    private static ModelBlueprint blueprint(int... sizes) {
        return ModelBlueprint.of(
                IntStream.range(0, sizes.length)
                        .mapToObj(i -> ParameterSpec.of("p" + i, DType.U8, Shape.of(sizes[i])))
                        .toList());
    }
}
