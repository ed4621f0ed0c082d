package io.terge.testkit;

import static io.terge.testkit.BlockOrder.FORWARD;

import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.MergeMethod;
import io.terge.testkit.ReferenceMerge.Outcome;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What {@link MergeMethodContract} asks of a method, one case at a time. */
record MethodChecks(Supplier<MergeMethod> source, List<Integer> inputCounts, double tolerance) {

    static MergeCase ofEqualModels(MergeCase example) {
        List<double[]> equal =
                Collections.nCopies(example.inputs().size(), example.inputs().getFirst());
        return example.withInputs(equal).withBase(equal.getFirst());
    }

    boolean keepsTheModel(MergeCase example) {
        double[] model = example.inputs().getFirst();
        return Subject.farFrom(model, run(example).values(), tolerance) < 0;
    }

    boolean isSameReversed(MergeCase example) {
        double[] straight = run(example).values();
        double[] reversed = run(MergeCases.reversed(example)).values();
        return Subject.farFrom(straight, reversed, tolerance) < 0;
    }

    boolean showsNaNOfEachInput(MergeCase example) {
        for (int input = 0; input < example.inputs().size(); input++) {
            double[] values = run(MergeCases.withNaN(example, input)).values();
            if (!Double.isNaN(values[values.length / 2])) {
                return false;
            }
        }
        return true;
    }

    double[] beside(MergeMethod method, MergeCase example) {
        return run(host(64, FORWARD), method, example).values();
    }

    void checkAfterAnother(MergeMethod method, MergeCase example) {
        ReferenceMerge host = host(7, FORWARD);
        double[] fresh = run(host, source.get(), example).values();
        cases().small(100).forEach(other -> run(host, method, other));
        double[] later = run(host, method, example).values();
        subject().sameNumbers(fresh, later, "after merging other parameters, " + example);
    }

    void checkOneVerb(MergeCase example, Outcome outcome) {
        subject()
                .check(
                        outcome.verbs().size() == 1,
                        "calls %d writing verbs instead of one %s, %s"
                                .formatted(outcome.verbs().size(), outcome.verbs(), example));
    }

    void checkWritten(MergeCase example, Outcome outcome) {
        subject()
                .check(
                        outcome.unwritten() == 0,
                        "leaves %d elements unwritten, %s".formatted(outcome.unwritten(), example));
    }

    /** The result is the same as in one block, bit for bit. */
    void checkSame(Stream<MergeCase> examples, int blockSize, BlockOrder order) {
        ReferenceMerge host = host(blockSize, order);
        examples.forEach(
                example -> {
                    double[] expected = run(example).values();
                    double[] actual = run(host, source.get(), example).values();
                    subject().sameNumbers(expected, actual, host + ", " + example);
                });
    }

    Outcome run(MergeCase example) {
        return run(ReferenceMerge.inOneBlock(), source.get(), example);
    }

    Outcome run(ReferenceMerge host, MergeMethod method, MergeCase example) {
        try {
            return host.run(method, example);
        } catch (RuntimeException thrown) {
            return fail("%s: throws %s, %s".formatted(subject(), thrown, example), thrown);
        }
    }

    private static ReferenceMerge host(int blockSize, BlockOrder order) {
        return new ReferenceMerge(blockSize, order);
    }

    MergeCases cases() {
        return new MergeCases(source.get().describe(), inputCounts);
    }

    Subject subject() {
        return new Subject("Merge method", source.get().name(), source.get().getClass());
    }
}
