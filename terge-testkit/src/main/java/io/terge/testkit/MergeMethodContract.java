package io.terge.testkit;

import static io.terge.testkit.BlockOrder.BACKWARD;
import static io.terge.testkit.BlockOrder.CONCURRENT;
import static io.terge.testkit.BlockOrder.FORWARD;
import static io.terge.testkit.BlockOrder.INTERLEAVED;

import io.terge.spi.method.InputCount;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Weighting;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

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

    /**
     * The numbers of models to merge: those of one, two, three and many that the method's
     * description allows, and its least.
     */
    protected List<Integer> inputCounts() {
        InputCount allowed = method().describe().inputs();
        return Stream.of(1, 2, 3, 9, allowed.least())
                .filter(allowed::allows)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Whether equal models, that are also the base, merge into that model. The default is yes where
     * weights are relative, as shares of one model make up that model, and where the base is read,
     * as there is no difference from it to add.
     */
    protected boolean isIdempotent() {
        return method().describe().weighting() == Weighting.RELATIVE
                || cases().all().allMatch(example -> method().access(example.options()).usesBase());
    }

    /** Whether the order of the models, each with its weight, makes no difference. */
    protected boolean ignoresModelOrder() {
        return true;
    }

    /** Whether a NaN in one model is a NaN in the result, so that it is not hidden. */
    protected boolean propagatesNaN() {
        return true;
    }

    /**
     * Values of options by name, for options whose default or whose middle is no good example. A
     * text without choices that has no default needs one.
     */
    protected Map<String, String> optionValues() {
        return Map.of();
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
    final void saysTheSameAccessEachTime() {
        allCases().forEach(checks()::checkAccess);
    }

    @Test
    final void findsNoFaultInUsualValues() {
        cases().all().forEach(checks()::checkFaults);
    }

    @Test
    final void returnsAnOutputThatFits() {
        allCases().forEach(checks()::run);
    }

    @Test
    final void setsEveryElement() {
        cases().all().forEach(checks()::checkWritten);
        cases().large().forEach(checks()::checkWritten);
    }

    @Test
    final void mergesTensorsWithoutElements() {
        cases().empty().forEach(checks()::run);
    }

    @Test
    final void givesTheSameResultTwice() {
        checks().checkSame(cases().all(), 4096, FORWARD);
    }

    @Test
    final void doesNotDependOnTheSizeOfBlocks() {
        for (int size : BLOCK_SIZES) {
            checks().checkSame(cases().all(), size, FORWARD);
        }
        checks().checkSame(cases().large(), 4096, FORWARD);
    }

    @Test
    final void doesNotDependOnTheOrderOfBlocks() {
        checks().checkSame(cases().all(), 7, BACKWARD);
        checks().checkSame(cases().all(), 1, BACKWARD);
    }

    @Test
    final void worksOnSeveralBlocksAtOnce() {
        checks().checkSame(cases().all(), 7, INTERLEAVED);
        checks().checkSame(cases().large(), 64, CONCURRENT);
    }

    @Test
    final void gathersExactStatisticsInAnyOrder() {
        checks().checkSame(cases().large(), 4096, BACKWARD);
        checks().checkSame(cases().large(), 4095, BACKWARD);
    }

    @Test
    final void surveysAModelTheSameInAnyOrder() {
        cases().models()
                .forEach(model -> checks().checkSame(model, new ReferenceMerge(7, BACKWARD)));
    }

    @Test
    final void mergesSeveralParametersAtOnce() {
        MergeMethod method = method();
        ConcurrentMap<MergeCase, double[]> results = new ConcurrentHashMap<>();
        BlockWalk.concurrently(
                cases().large()
                        .<Runnable>map(
                                example ->
                                        () ->
                                                results.put(
                                                        example, checks().beside(method, example)))
                        .toList());
        results.forEach(
                (example, result) ->
                        subject()
                                .sameNumbers(
                                        checks().run(example).values(),
                                        result,
                                        "beside other parameters, " + example));
    }

    @Test
    final void keepsNothingBetweenMerges() {
        MergeMethod method = method();
        cases().small(1).forEach(example -> checks().checkAfterAnother(method, example));
    }

    @Test
    final void takesEveryValueThatItsOptionsAllow() {
        checks().ofOptions().forEach(checks()::checkWritten);
    }

    @Test
    final void readsTheBaseIfItsAccessSaysSo() {
        cases().small(2)
                .filter(example -> method().access(example.options()).usesBase())
                .forEach(
                        example ->
                                subject()
                                        .check(
                                                checks().run(example).readBase(),
                                                "its access says withBase(), but it does not read"
                                                        + " the base, "
                                                        + example));
    }

    @Test
    final void readsOnlyWhileItMerges() {
        checks().checkSame(allCases(), 7, CONCURRENT);
    }

    @Test
    final void readsNoMoreThanItsAccessSays() {
        allCases().forEach(checks()::run);
        cases().empty().forEach(checks()::run);
    }

    @Test
    final void mergesEqualModelsIntoThatModel() {
        boolean kept =
                cases().small(3).map(MethodChecks::ofEqualModels).allMatch(checks()::keepsTheModel);
        subject()
                .check(
                        kept == isIdempotent(),
                        isIdempotent()
                                ? "equal models do not merge into that model; if that is as it"
                                        + " should be, override isIdempotent()"
                                : "isIdempotent() says no, but equal models merge into that model:"
                                        + " override it");
    }

    @Test
    final void doesNotDependOnTheOrderOfModels() {
        boolean same = cases().small(4).allMatch(checks()::isSameReversed);
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
        boolean shown = cases().small(5).allMatch(checks()::showsNaNOfEachInput);
        subject()
                .check(
                        shown == propagatesNaN(),
                        propagatesNaN()
                                ? "a NaN in a model is not one in the result; if that is as it"
                                        + " should be, override propagatesNaN()"
                                : "propagatesNaN() says no, but every NaN is in the result");
    }

    private MethodChecks checks() {
        return new MethodChecks(this::method, inputCounts(), optionValues(), tolerance());
    }

    private Stream<MergeCase> allCases() {
        return Stream.concat(cases().all(), checks().ofOptions());
    }

    private MergeCases cases() {
        return checks().cases();
    }

    private Subject subject() {
        return checks().subject();
    }
}
