package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.Block;
import io.terge.spi.method.Output;
import io.terge.spi.method.Reduction;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What methods see of a sample. */
class SamplesTest {

    @Test
    void ofFewElementsAreAllOfThem() {
        List<Blocks> seen = samples(16_384);
        assertThat(seen.getFirst().elements()).isEqualTo(16_384);
    }

    @Test
    void ofManyElementsAreSpreadOverAllOfThem() {
        List<Blocks> seen = samples(3_000_001);

        List<Long> starts = seen.getFirst().starts;
        assertThat(seen.getLast().starts).isEqualTo(starts);
        // One in 128 elements, in blocks of up to 128: one in each 16,384 but for the last few.
        assertThat(starts).hasSize(184);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(starts.get(i) / (128 * 128)).isEqualTo(i);
        }
        assertThat(seen.getFirst().lengths).allMatch(length -> length <= 128);
        assertThat(starts.stream().map(start -> start % 64).distinct().count()).isGreaterThan(40);
    }

    // The method declares one pass, that of the output: samples are none.
    private static List<Blocks> samples(int length) {
        List<Blocks> seen = new ArrayList<>();
        ScriptedMethod twice =
                ScriptedMethod.of(
                        "twice",
                        merge -> {
                            seen.add(merge.sample(new Looking()));
                            seen.add(merge.sample(new Looking()));
                            return Output.linear(1, 0);
                        });
        Map<String, TensorArray> model = Map.of("w", TensorArray.of(new float[length]));
        Terge.builder()
                .plugin(twice)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(model, "a"))
                                .model(ModelReference.of(model, "b"))
                                .method("twice")
                                .to(ModelReference.of(new LinkedHashMap<>(), "merged"))
                                .build());
        return seen;
    }

    /** Which blocks there were. */
    private record Blocks(List<Long> starts, List<Integer> lengths) {

        int elements() {
            return lengths.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record Looking() implements Reduction<Blocks> {

        @Override
        public Blocks start() {
            return new Blocks(new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Blocks add(Blocks soFar, Block block) {
            soFar.starts.add(block.start());
            soFar.lengths.add(block.length());
            return soFar;
        }

        @Override
        public Blocks join(Blocks left, Blocks right) {
            left.starts.addAll(right.starts);
            left.lengths.addAll(right.lengths);
            return left;
        }
    }
}
