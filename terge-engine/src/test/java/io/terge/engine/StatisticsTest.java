package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeProgress;
import io.terge.api.MergeRequest;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.fixture.RecordingListener;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.Block;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Statistics of tensors of several runs, which have 64 blocks of 1024 elements each. */
class StatisticsTest {

    private static final int RUN = 65_536;

    private static final List<ExecutionSettings> SETTINGS =
            List.of(
                    new ExecutionSettings(1, 100_000_000, 64, 1, 0),
                    new ExecutionSettings(3, 100_000_000, 1000, 40_000, 0),
                    new ExecutionSettings(2, 100_000_000, 2048, 1 << 22, 0));

    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @CsvSource({
        "0, nothing",
        "1, 0-1",
        "65535, 0-65535",
        "65536, 0-65536",
        "65537, (0-65536 65536-65537)",
        "131072, (0-65536 65536-131072)",
        "196608, ((0-65536 65536-131072) 131072-196608)",
        "198108, ((0-65536 65536-131072) (131072-196608 196608-198108))"
    })
    void joinNeighboursTwoByTwo(int elements, String joined) {
        for (ExecutionSettings settings : SETTINGS) {
            Set<Integer> lengths = ConcurrentHashMap.newKeySet();
            List<Seen> all = new ArrayList<>();
            merge(elements, settings, merge -> all.add(merge.reduce(new Places(lengths))));
            assertThat(all.getFirst().text()).as("%s", settings).isEqualTo(joined);
            assertThat(lengths).isSubsetOf(1024, elements % 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1024, 1025, RUN - 1, RUN, RUN + 1, 2 * RUN, 3 * RUN + 1500})
    void areExactWhereAllProductsAndSumsAre(int elements) {
        double[][] values = {values(elements, 7), values(elements, 11), values(elements, 13)};
        double[] base = values(elements, 5);
        double[][] differences = {
            minus(values[0], base), minus(values[1], base), minus(values[2], base)
        };
        for (ExecutionSettings settings : SETTINGS) {
            List<double[][]> seen = new ArrayList<>();
            merge(
                    elements,
                    settings,
                    merge -> {
                        seen.add(merge.gram());
                        seen.add(merge.taskVectorGram());
                    });
            assertThat(seen.getFirst()).as("%s", settings).isDeepEqualTo(products(values));
            assertThat(seen.getLast()).as("%s", settings).isDeepEqualTo(products(differences));
        }
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areCountedRunByRun(ExecutionSettings settings) {
        merge(2 * RUN + 5000, settings.threads(1), ParameterMerge::gram);
        // Three models and a base of 4 bytes for each element.
        assertThat(listener.steps())
                .extracting(MergeProgress::bytesDone)
                .startsWith(16L * RUN, 32L * RUN, 32L * RUN + 16 * 5000);
    }

    private void merge(int elements, ExecutionSettings settings, Consumer<ParameterMerge> asking) {
        ScriptedMethod method =
                new ScriptedMethod(
                        "scripted",
                        MethodDescription.of("scripted").passes(3).withBase(),
                        merge -> {
                            asking.accept(merge);
                            return ScriptedMethod.first(merge);
                        });
        Terge.builder()
                .plugin(method)
                .settings(settings)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(model(elements, 7, "a"))
                                .model(model(elements, 11, "b"))
                                .model(model(elements, 13, "c"))
                                .base(model(elements, 5, "base"))
                                .method(method.name())
                                .to(ModelReference.of(new HashMap<>(), "merged"))
                                .build(),
                        listener);
    }

    private static ModelReference model(int elements, int period, String name) {
        float[] values = new float[elements];
        for (int e = 0; e < elements; e++) {
            values[e] = e % period - 1;
        }
        return ModelReference.of(Map.of("w", TensorArray.of(values)), name);
    }

    private static double[] values(int elements, int period) {
        double[] values = new double[elements];
        for (int e = 0; e < elements; e++) {
            values[e] = e % period - 1;
        }
        return values;
    }

    private static double[] minus(double[] left, double[] right) {
        double[] difference = left.clone();
        for (int e = 0; e < right.length; e++) {
            difference[e] -= right[e];
        }
        return difference;
    }

    private static double[][] products(double[][] vectors) {
        double[][] products = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                for (int e = 0; e < vectors[i].length; e++) {
                    products[i][j] += vectors[i][e] * vectors[j][e];
                }
            }
        }
        return products;
    }

    /** The places of some blocks, and how they were joined. */
    private record Seen(String text, long end) {}

    /** Follows the blocks of each run, and writes the joins down. */
    private record Places(Set<Integer> lengths) implements Reduction<Seen> {

        @Override
        public Seen start() {
            return new Seen("nothing", -1);
        }

        @Override
        public Seen add(Seen soFar, Block block) {
            lengths.add(block.length());
            long end = block.start() + block.length();
            if (soFar.end() < 0) {
                return new Seen(block.start() + "-" + end, end);
            }
            assertThat(block.start()).isEqualTo(soFar.end());
            return new Seen(soFar.text().replaceAll("-.*", "-" + end), end);
        }

        @Override
        public Seen join(Seen left, Seen right) {
            return new Seen("(" + left.text() + " " + right.text() + ")", right.end());
        }
    }
}
