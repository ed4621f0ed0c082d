package io.terge.testkit;

import io.terge.spi.Block;
import io.terge.spi.MergeMethod;
import io.terge.spi.MethodDescription;
import io.terge.spi.MethodOption;
import io.terge.spi.ParameterMerge;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the methods of {@link MethodFault} are made of: a weighted mean and its corruptions. */
final class FaultyMethods {

    private FaultyMethods() {}

    record Described(
            Supplier<MethodDescription> description, Consumer<ParameterMerge> work, String name)
            implements MergeMethod {

        Described(Supplier<MethodDescription> description, Consumer<ParameterMerge> work) {
            this(description, work, "faulty");
        }

        @Override
        public void merge(ParameterMerge merge) {
            work.accept(merge);
        }

        @Override
        public MethodDescription describe() {
            return description.get();
        }
    }

    static MergeMethod method(Consumer<ParameterMerge> work) {
        return new Described(() -> MethodDescription.of(""), work);
    }

    static MergeMethod named(String name) {
        return new Described(() -> MethodDescription.of(""), FaultyMethods::combine, name);
    }

    static MergeMethod with(MethodOption... options) {
        MethodDescription none = MethodDescription.of("");
        MethodDescription all =
                Arrays.stream(options)
                        .reduce(none, MethodDescription::option, (one, another) -> another);
        return new Described(() -> all, FaultyMethods::combine);
    }

    static MergeMethod blocks(BiConsumer<ParameterMerge, Block> function) {
        return method(merge -> merge.forEachBlock(block -> function.accept(merge, block)));
    }

    static void mean(ParameterMerge merge, Block block) {
        addToMean(merge, block, 0);
    }

    static void addToMean(ParameterMerge merge, Block block, double more) {
        double[] weights = merge.weights();
        for (int e = 0; e < block.length(); e++) {
            double sum = more;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * block.input(i)[e];
            }
            block.output()[e] = sum;
        }
    }

    static void meanByWayOf(double[] values, ParameterMerge merge, Block block) {
        double[] weights = merge.weights();
        for (int e = 0; e < block.length(); e++) {
            for (int i = 0; i < weights.length; i++) {
                values[i] = weights[i] * block.input(i)[e];
            }
            block.output()[e] = Arrays.stream(values).limit(weights.length).sum();
        }
    }

    static double[] scaled(double[] weights, double factor) {
        return Arrays.stream(weights).map(weight -> weight * factor).toArray();
    }

    static void combine(ParameterMerge merge) {
        merge.combine(merge.weights());
    }
}
