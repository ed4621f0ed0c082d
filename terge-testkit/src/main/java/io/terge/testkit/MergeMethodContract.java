package io.terge.testkit;

import static io.terge.testkit.BlockOrder.BACKWARD;
import static io.terge.testkit.BlockOrder.CONCURRENT;
import static io.terge.testkit.BlockOrder.FORWARD;
import static io.terge.testkit.BlockOrder.INTERLEAVED;

import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.MergeMethod;
import io.terge.spi.MethodDescription.Weighting;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the engine relies on in every merge method. Extend it and give the method; where the maths
 * of a method are not of the usual kind, say so by the other methods.
 *
 * @since 0.1
 */
public abstract class MergeMethodContract {

    private static final List<Integer> BLOCK_SIZES = List.of(1, 2, 7, 64, 4096);

    /** The method under test: the same object or a new one each time. */
    protected abstract MergeMethod method();

    /** The numbers of models that the method can merge. The default is one, two and many. */
    protected List<Integer> inputCounts() {
        return List.of(1, 2, 3, 9);
    }

    /**
     * Whether equal models, that are also the base, merge into that model. The default is yes where
     * weights are relative, as shares of one model make up that model.
     */
    protected boolean isIdempotent() {
        return method().describe().weighting() == Weighting.RELATIVE;
    }

    /** Whether the order of the models, each with its weight, makes no difference. */
    protected boolean ignoresModelOrder() {
        return true;
    }

    /** Whether a NaN in one model is a NaN in the result, so that it is not hidden. */
    protected boolean propagatesNaN() {
        return true;
    }

    /** How far a result may be from the exact one, relative to it, by the rounding of doubles. */
    protected double tolerance() {
        return 1e-12;
    }

    @Test
    final void hasAWellFormedName() {
        subject().checkName("name()");
        subject().same(method().name(), method().name(), "name() asked twice");
    }

    @Test
    final void describesItselfWell() {
        new DescriptionChecks(subject()).check(method().describe());
    }

    @Test
    final void describesItselfTheSameEachTime() {
        subject().same(method().describe(), method().describe(), "describe() asked twice");
    }

    @Test
    final void callsExactlyOneWritingVerb() {
        cases().all().forEach(example -> checkOneVerb(example, run(example)));
    }

    @Test
    final void writesEveryElement() {
        cases().all().forEach(example -> checkWritten(example, run(example)));
        cases().large().forEach(example -> checkWritten(example, run(example)));
    }

    @Test
    final void mergesTensorsWithoutElements() {
        cases().empty().forEach(example -> checkOneVerb(example, run(example)));
    }

    @Test
    final void givesTheSameResultTwice() {
        cases().all().forEach(example -> checkSame(example, host(4096, FORWARD)));
    }

    @Test
    final void doesNotDependOnTheSizeOfBlocks() {
        for (int size : BLOCK_SIZES) {
            cases().all().forEach(example -> checkSame(example, host(size, FORWARD)));
        }
        cases().large().forEach(example -> checkSame(example, host(4096, FORWARD)));
    }

    @Test
    final void doesNotDependOnTheOrderOfBlocks() {
        cases().all().forEach(example -> checkSame(example, host(7, BACKWARD)));
        cases().all().forEach(example -> checkSame(example, host(1, BACKWARD)));
    }

    @Test
    final void worksOnSeveralBlocksAtOnce() {
        cases().all().forEach(example -> checkSame(example, host(7, INTERLEAVED)));
        cases().large().forEach(example -> checkSame(example, host(64, CONCURRENT)));
    }

    @Test
    final void mergesSeveralParametersAtOnce() {
        MergeMethod method = method();
        ConcurrentMap<MergeCase, double[]> results = new ConcurrentHashMap<>();
        BlockWalk.concurrently(
                cases().large()
                        .<Runnable>map(
                                example -> () -> results.put(example, beside(method, example)))
                        .toList());
        results.forEach(
                (example, result) ->
                        subject()
                                .sameNumbers(
                                        run(example).values(),
                                        result,
                                        "beside other parameters, " + example));
    }

    @Test
    final void keepsNothingBetweenMerges() {
        MergeMethod method = method();
        cases().small(1).forEach(example -> checkAfterAnother(method, example));
    }

    @Test
    final void takesEveryValueThatItsOptionsAllow() {
        cases().ofOptions()
                .forEach(
                        example -> {
                            Outcome outcome = run(example);
                            checkOneVerb(example, outcome);
                            checkWritten(example, outcome);
                        });
    }

    @Test
    final void readsTheBaseIfItsDescriptionSaysSo() {
        if (method().describe().usesBase()) {
            cases().small(2)
                    .forEach(
                            example ->
                                    subject()
                                            .check(
                                                    run(example).readBase(),
                                                    "its description says withBase(), but it does"
                                                            + " not read the base, "
                                                            + example));
        }
    }

    @Test
    final void mergesEqualModelsIntoThatModel() {
        boolean kept =
                cases().small(3)
                        .map(MergeMethodContract::ofEqualModels)
                        .allMatch(this::keepsTheModel);
        subject()
                .check(
                        kept == isIdempotent(),
                        isIdempotent()
                                ? "equal models do not merge into that model; if that is as it"
                                        + " should be, override isIdempotent()"
                                : "isIdempotent() says no, but equal models merge into that model");
    }

    @Test
    final void doesNotDependOnTheOrderOfModels() {
        boolean same = cases().small(4).allMatch(this::isSameReversed);
        subject()
                .check(
                        same == ignoresModelOrder(),
                        ignoresModelOrder()
                                ? "the result depends on the order of the models; if that is as it"
                                        + " should be, override ignoresModelOrder()"
                                : "ignoresModelOrder() says no, but the order makes no difference");
    }

    @Test
    final void doesNotHideANaN() {
        boolean shown = cases().small(5).allMatch(this::showsNaNOfEachInput);
        subject()
                .check(
                        shown == propagatesNaN(),
                        propagatesNaN()
                                ? "a NaN in a model is not one in the result; if that is as it"
                                        + " should be, override propagatesNaN()"
                                : "propagatesNaN() says no, but every NaN is in the result");
    }

    private static MergeCase ofEqualModels(MergeCase example) {
        List<double[]> equal =
                Collections.nCopies(example.inputs().size(), example.inputs().getFirst());
        return example.withInputs(equal).withBase(equal.getFirst());
    }

    private boolean keepsTheModel(MergeCase example) {
        double[] model = example.inputs().getFirst();
        return Subject.farFrom(model, run(example).values(), tolerance()) < 0;
    }

    private boolean isSameReversed(MergeCase example) {
        double[] straight = run(example).values();
        double[] reversed = run(MergeCases.reversed(example)).values();
        return Subject.farFrom(straight, reversed, tolerance()) < 0;
    }

    private boolean showsNaNOfEachInput(MergeCase example) {
        for (int input = 0; input < example.inputs().size(); input++) {
            double[] values = run(MergeCases.withNaN(example, input)).values();
            if (!Double.isNaN(values[values.length / 2])) {
                return false;
            }
        }
        return true;
    }

    private double[] beside(MergeMethod method, MergeCase example) {
        return run(host(64, FORWARD), method, example).values();
    }

    private void checkAfterAnother(MergeMethod method, MergeCase example) {
        ReferenceMerge host = host(7, FORWARD);
        double[] fresh = run(host, method(), example).values();
        cases().small(100).forEach(other -> run(host, method, other));
        double[] later = run(host, method, example).values();
        subject().sameNumbers(fresh, later, "after merging other parameters, " + example);
    }

    private void checkOneVerb(MergeCase example, Outcome outcome) {
        subject()
                .check(
                        outcome.verbs().size() == 1,
                        "calls %d writing verbs instead of one %s, %s"
                                .formatted(outcome.verbs().size(), outcome.verbs(), example));
    }

    private void checkWritten(MergeCase example, Outcome outcome) {
        subject()
                .check(
                        outcome.unwritten() == 0,
                        "leaves %d elements unwritten, %s".formatted(outcome.unwritten(), example));
    }

    private void checkSame(MergeCase example, ReferenceMerge host) {
        double[] expected = run(example).values();
        double[] actual = run(host, method(), example).values();
        subject().sameNumbers(expected, actual, host + ", " + example);
    }

    private Outcome run(MergeCase example) {
        return run(ReferenceMerge.inOneBlock(), method(), example);
    }

    private Outcome run(ReferenceMerge host, MergeMethod method, MergeCase example) {
        try {
            return host.run(method, example);
        } catch (RuntimeException thrown) {
            return fail("%s: throws %s, %s".formatted(subject(), thrown, example), thrown);
        }
    }

    private static ReferenceMerge host(int blockSize, BlockOrder order) {
        return new ReferenceMerge(blockSize, order);
    }

    private MergeCases cases() {
        return new MergeCases(method().describe(), inputCounts());
    }

    private Subject subject() {
        return new Subject("Merge method", method().name(), method().getClass());
    }
}
