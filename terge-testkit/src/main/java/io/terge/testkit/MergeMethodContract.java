package io.terge.testkit;

import static io.terge.testkit.BlockOrder.BACKWARD;
import static io.terge.testkit.BlockOrder.CONCURRENT;
import static io.terge.testkit.BlockOrder.FORWARD;
import static io.terge.testkit.BlockOrder.INTERLEAVED;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Weighting;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tests everything that the engine relies on in a merge method. Extend it and provide the method;
 * override the other methods if the mathematics of the method require it.
 *
 * @since 0.1
 */
public abstract class MergeMethodContract extends MethodNature {

    private static final List<Integer> BLOCK_SIZES = List.of(1, 2, 7, 64, 4096);

    @Test
    final void hasAWellFormedName() {
        subject().checkName("name()");
        subject().same(method().name(), method().name(), "name() called twice");
    }

    @Test
    final void describesItselfWell() {
        new DescriptionChecks(subject()).check(method().describe());
    }

    @Test
    final void describesItselfTheSameEachTime() {
        subject().same(method().describe(), method().describe(), "describe() called twice");
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
                .filter(example -> example.access(method()).usesBase())
                .forEach(
                        example ->
                                subject()
                                        .check(
                                                checks().run(example).readBase(),
                                                "its access declares withBase(), but it does not"
                                                        + " read the base, "
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
                                ? "equal models do not merge into that model; if that is"
                                        + " intended, override isIdempotent()"
                                : "isIdempotent() returns false, but equal models merge into that"
                                        + " model: override it");
    }

    @Test
    final void doesNotDependOnTheOrderOfModels() {
        boolean same = cases().small(4).allMatch(checks()::isSameReversed);
        subject()
                .check(
                        same == ignoresModelOrder(),
                        ignoresModelOrder()
                                ? "the result depends on the order of the models; if that is"
                                        + " intended, override ignoresModelOrder()"
                                : "ignoresModelOrder() returns false, but the order makes no"
                                        + " difference");
    }

    @Test
    final void doesNotHideANaN() {
        boolean shown = cases().small(5).allMatch(checks()::showsNaNOfEachInput);
        subject()
                .check(
                        shown == propagatesNaN(),
                        propagatesNaN()
                                ? "a NaN in a model gives no NaN in the output; if that is"
                                        + " intended, override propagatesNaN()"
                                : "propagatesNaN() returns false, but every NaN reaches the"
                                        + " output");
    }

    @Test
    final void givesTheBaseForModelsThatEqualIt() {
        if (keepsTheBaseExactly()) {
            allCases()
                    .filter(MergeCase::statesBase)
                    .map(MethodChecks::ofEqualModels)
                    .forEach(checks()::checkKeepsExactly);
        }
    }

    @Test
    final void givesNoNaNForFiniteNumbers() {
        cases().extreme().forEach(checks()::checkNoNaN);
        checks().ofOptions().flatMap(MergeCases::extremes).forEach(checks()::checkNoNaN);
    }

    @Test
    final void saysThatItUsesRandomNumbers() {
        boolean same = cases().small(6).allMatch(checks()::isSameForAnotherSeed);
        subject()
                .check(
                        same || method().describe().usesRandomNumbers(),
                        "the result depends on the seed, but describe() does not declare"
                                + " withRandomNumbers()");
    }

    @Test
    final void ignoresWeightsIfItSaysSo() {
        if (method().describe().weighting() == Weighting.IGNORED) {
            boolean same = cases().small(8).allMatch(checks()::isSameForOtherWeights);
            subject()
                    .check(
                            same,
                            "the result depends on the weights, but describe() declares"
                                    + " ignoresWeights()");
        }
    }

    @Test
    final void mergesByWeight() {
        if (givesTheModelWithAllWeight()) {
            cases().small(7)
                    .map(MergeCases::ofOneWeight)
                    .forEach(
                            example ->
                                    subject()
                                            .check(
                                                    checks().keepsTheModel(example),
                                                    "the model with all the weight is not the"
                                                            + " output, "
                                                            + example));
        }
    }
}
