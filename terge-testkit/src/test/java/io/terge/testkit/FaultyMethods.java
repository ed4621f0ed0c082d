package io.terge.testkit;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What methods under test are made of: a weighted mean and its corruptions. */
final class FaultyMethods {

    private FaultyMethods() {}

    static final MethodDescription PLAIN = MethodDescription.of("");

    record Described(
            Supplier<MethodDescription> description,
            Function<ParameterMerge, Output> work,
            String name)
            implements MergeMethod {

        @Override
        public Output merge(ParameterMerge merge) {
            return work.apply(merge);
        }

        @Override
        public MethodDescription describe() {
            return description.get();
        }
    }

    /** A mean whose access, or whose faults, are of its own. */
    record Choosy(
            MethodDescription describe,
            Function<MethodOptions, Access> access,
            Function<MethodOptions, List<String>> refusal,
            Function<ParameterMerge, Output> work)
            implements MergeMethod {

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public Output merge(ParameterMerge merge) {
            return work.apply(merge);
        }

        @Override
        public Access access(MethodOptions options) {
            return access.apply(options);
        }

        @Override
        public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
            return refusal.apply(options);
        }
    }

    static MergeMethod method(Function<ParameterMerge, Output> work) {
        return method(PLAIN, work);
    }

    static MergeMethod method(
            MethodDescription description, Function<ParameterMerge, Output> work) {
        return new Described(() -> description, work, "faulty");
    }

    static MergeMethod named(String name) {
        return new Described(() -> PLAIN, FaultyMethods::linear, name);
    }

    static MergeMethod with(MethodOption... options) {
        MethodDescription all =
                Arrays.stream(options)
                        .reduce(PLAIN, MethodDescription::option, (one, another) -> another);
        return method(all, FaultyMethods::linear);
    }

    static MergeMethod blocks(BiConsumer<ParameterMerge, Block> function) {
        return blocks(PLAIN, function);
    }

    static MergeMethod blocks(
            MethodDescription description, BiConsumer<ParameterMerge, Block> function) {
        return method(description, merge -> Output.blocks(block -> function.accept(merge, block)));
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

    static Output linear(ParameterMerge merge) {
        return Output.linear(merge.weights());
    }

    /** The weighted mean of whole tensors. */
    static double[] wholeMean(ParameterMerge merge) {
        double[] mean = merge.matrix(0).values();
        double[] weights = merge.weights();
        Arrays.setAll(mean, e -> weights[0] * mean[e]);
        for (int i = 1; i < weights.length; i++) {
            double[] values = merge.matrix(i).values();
            double weight = weights[i];
            Arrays.setAll(mean, e -> mean[e] + weight * values[e]);
        }
        return mean;
    }
}
