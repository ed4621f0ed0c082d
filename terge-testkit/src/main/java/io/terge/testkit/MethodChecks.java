package io.terge.testkit;

import static io.terge.testkit.BlockOrder.FORWARD;

import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.testkit.ReferenceMerge.Outcome;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What {@link MergeMethodContract} asks of a method, one case at a time. */
record MethodChecks(
        Supplier<MergeMethod> source,
        List<Integer> inputCounts,
        Map<String, String> optionValues,
        double tolerance) {

    static MergeCase ofEqualModels(MergeCase example) {
        List<double[]> equal =
                Collections.nCopies(example.numbers().size(), example.numbers().getFirst());
        return example.withNumbers(equal).withBase(equal.getFirst());
    }

    boolean keepsTheModel(MergeCase example) {
        double[] model = example.numbers().getFirst();
        return Subject.farFrom(model, run(example).values(), tolerance) < 0;
    }

    void checkKeepsExactly(MergeCase example) {
        subject().sameNumbers(example.base(), run(example).values(), "models that equal the base");
    }

    void checkNoNaN(MergeCase example) {
        double[] values = run(example).values();
        for (int e = 0; e < values.length; e++) {
            subject()
                    .check(
                            !Double.isNaN(values[e]),
                            "element %d is NaN, but all numbers are finite, %s"
                                    .formatted(e, example));
        }
    }

    boolean isSameForAnotherSeed(MergeCase example) {
        double[] other = run(example.withSeed(example.seed() + 1)).values();
        return Subject.farFrom(run(example).values(), other, tolerance) < 0;
    }

    boolean isSameForOtherWeights(MergeCase example) {
        double[] weights = TensorFixtures.seeded(23).values(example.inputs().size());
        double[] other = run(example.withWeights(weights)).values();
        return Subject.farFrom(run(example).values(), other, tolerance) < 0;
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
        return run(host(64, FORWARD), method, List.of(example)).getFirst().values();
    }

    void checkAfterAnother(MergeMethod method, MergeCase example) {
        ReferenceMerge host = host(7, FORWARD);
        List<MergeCase> one = List.of(example);
        double[] fresh = run(host, source.get(), one).getFirst().values();
        cases().small(100).forEach(other -> run(host, method, List.of(other)));
        double[] later = run(host, method, one).getFirst().values();
        subject().sameNumbers(fresh, later, "after merging other parameters, " + example);
    }

    void checkWritten(MergeCase example) {
        long unwritten = run(example).unwritten();
        subject()
                .check(
                        unwritten == 0,
                        "leaves %d elements unwritten, %s".formatted(unwritten, example));
    }

    void checkAccess(MergeCase example) {
        Access first = source.get().access(example.options());
        Access again = source.get().access(example.options());
        subject().same(first, again, "access() called twice, " + example);
    }

    void checkFaults(MergeCase example) {
        List<String> faults = faults(example);
        subject()
                .check(
                        faults.isEmpty(),
                        "finds faults %s, %s; if other values are valid, provide them in"
                                        .formatted(faults, example)
                                + " optionValues()");
    }

    boolean isAllowed(MergeCase example) {
        List<String> faults = faults(example);
        faults.forEach(
                fault ->
                        subject()
                                .check(
                                        fault.lines().count() == 1 && !fault.isBlank(),
                                        "a fault is not one line: '" + fault + "', " + example));
        return faults.isEmpty();
    }

    private List<String> faults(MergeCase example) {
        return source.get().faults(example.options(), example.inputs());
    }

    /** The result is the same as in one block, bit for bit. */
    void checkSame(Stream<MergeCase> examples, int blockSize, BlockOrder order) {
        examples.forEach(example -> checkSame(List.of(example), host(blockSize, order)));
    }

    /** What is found out about a model, and each result, is the same as in one block. */
    void checkSame(List<MergeCase> model, ReferenceMerge host) {
        List<Outcome> expected = run(ReferenceMerge.inOneBlock(), source.get(), model);
        List<Outcome> actual = run(host, source.get(), model);
        for (int i = 0; i < model.size(); i++) {
            String where = host + ", " + model.get(i);
            subject().same(expected.get(i).survey(), actual.get(i).survey(), "survey, " + where);
            subject().sameNumbers(expected.get(i).values(), actual.get(i).values(), where);
            subject().same(expected.get(i).notes(), actual.get(i).notes(), "notes, " + where);
        }
    }

    Outcome run(MergeCase example) {
        return run(ReferenceMerge.inOneBlock(), source.get(), List.of(example)).getFirst();
    }

    private List<Outcome> run(ReferenceMerge host, MergeMethod method, List<MergeCase> model) {
        try {
            return host.run(method, model);
        } catch (RuntimeException thrown) {
            return fail("%s: throws %s, %s".formatted(subject(), thrown, model), thrown);
        }
    }

    static ReferenceMerge host(int blockSize, BlockOrder order) {
        return new ReferenceMerge(blockSize, order);
    }

    MergeCases cases() {
        return new MergeCases(new OptionValues(source.get().describe(), optionValues), inputCounts);
    }

    /** The cases of all option values that the method does not refuse together. */
    Stream<MergeCase> ofOptions() {
        return cases().ofOptions().filter(this::isAllowed);
    }

    Subject subject() {
        return new Subject("Merge method", source.get().name(), source.get().getClass());
    }
}
