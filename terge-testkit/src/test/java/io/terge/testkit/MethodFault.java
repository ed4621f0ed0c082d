package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.addToMean;
import static io.terge.testkit.FaultyMethods.blocks;
import static io.terge.testkit.FaultyMethods.mean;
import static io.terge.testkit.FaultyMethods.meanByWayOf;
import static io.terge.testkit.FaultyMethods.method;
import static io.terge.testkit.FaultyMethods.named;
import static io.terge.testkit.FaultyMethods.scaled;
import static io.terge.testkit.FaultyMethods.with;

import io.terge.spi.ElementwiseMethod;
import io.terge.spi.MergeMethod;
import io.terge.spi.MethodDescription;
import io.terge.spi.MethodOption;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Methods that each break the contract in one way, and the test that has to catch them. */
enum MethodFault {
    NONE("", () -> blocks(FaultyMethods::mean)),
    WRITES_TWICE(
            "callsExactlyOneWritingVerb",
            () ->
                    method(
                            merge -> {
                                merge.combine(merge.weights());
                                merge.combine(merge.weights());
                            })),
    WRITES_NOTHING("callsExactlyOneWritingVerb", () -> method(merge -> {})),
    FORGETS_THE_LAST_ELEMENT(
            "writesEveryElement",
            () ->
                    blocks(
                            (merge, block) -> {
                                double last = block.output()[block.length() - 1];
                                mean(merge, block);
                                block.output()[block.length() - 1] = last;
                            })),
    CANNOT_DO_EMPTY_TENSORS(
            "mergesTensorsWithoutElements",
            () ->
                    method(
                            merge -> {
                                double one = 24 / merge.spec().elements() * 0 + 1;
                                merge.combine(scaled(merge.weights(), one));
                            })),
    COUNTS_MERGES(
            "givesTheSameResultTwice",
            () -> {
                AtomicInteger count = new AtomicInteger();
                return method(
                        merge -> merge.combine(scaled(merge.weights(), count.incrementAndGet())));
            }),
    COUNTS_MERGES_TOO(
            "keepsNothingBetweenMerges",
            () -> {
                AtomicInteger count = new AtomicInteger();
                return method(
                        merge -> merge.combine(scaled(merge.weights(), count.incrementAndGet())));
            }),
    LOOKS_BEYOND_THE_BLOCK(
            "doesNotDependOnTheSizeOfBlocks",
            () ->
                    blocks(
                            (merge, block) ->
                                    addToMean(merge, block, Arrays.stream(block.input(0)).sum()))),
    TREATS_THE_BLOCK_AS_THE_WHOLE(
            "doesNotDependOnTheSizeOfBlocks",
            () -> blocks((merge, block) -> addToMean(merge, block, block.length()))),
    CARRIES_OVER_FROM_BLOCK_TO_BLOCK(
            "doesNotDependOnTheOrderOfBlocks",
            () ->
                    method(
                            merge -> {
                                AtomicInteger sum = new AtomicInteger();
                                merge.forEachBlock(
                                        block ->
                                                addToMean(
                                                        merge,
                                                        block,
                                                        sum.getAndAdd(block.length())));
                            })),
    SHARES_SCRATCH_BETWEEN_BLOCKS(
            "worksOnSeveralBlocksAtOnce",
            () -> {
                double[] values = new double[16];
                return blocks((merge, block) -> meanByWayOf(values, merge, block));
            }),
    IS_TIED_TO_A_THREAD(
            "mergesSeveralParametersAtOnce",
            () -> {
                AtomicReference<Thread> owner = new AtomicReference<>(Thread.currentThread());
                return method(
                        merge -> {
                            if (owner.get() != Thread.currentThread()) {
                                throw new IllegalStateException("Not my thread");
                            }
                            merge.combine(merge.weights());
                        });
            }),
    READS_MORE_OFTEN_THAN_IT_SAYS(
            "readsItsInputsAsOftenAsItsDescriptionSays",
            () ->
                    method(
                            merge -> {
                                merge.gram();
                                merge.combine(merge.weights());
                            })),
    READS_LESS_OFTEN_THAN_IT_SAYS(
            "readsItsInputsAsOftenAsItsDescriptionSays",
            () ->
                    new FaultyMethods.Described(
                            () -> MethodDescription.of("").passes(2), FaultyMethods::combine)),
    HAS_A_BAD_NAME("hasAWellFormedName", () -> named("Mean of All")),
    HAS_AN_EMPTY_NAME("hasAWellFormedName", () -> named("")),
    HAS_AN_OPTION_TWICE(
            "describesItselfWell",
            () -> with(MethodOption.flag("a", true, "A."), MethodOption.flag("a", true, "B."))),
    HAS_AN_OPTION_WITHOUT_HELP(
            "describesItselfWell", () -> with(MethodOption.flag("a", true, " "))),
    HAS_AN_OPTION_OF_A_BAD_NAME(
            "describesItselfWell", () -> with(MethodOption.flag("A b", true, "A."))),
    HAS_A_DEFAULT_OUT_OF_RANGE(
            "describesItselfWell", () -> with(MethodOption.number("a", 2, 0, 1, "A."))),
    HAS_A_DEFAULT_THAT_IS_NO_CHOICE(
            "describesItselfWell",
            () -> with(MethodOption.choice("a", "z", List.of("x", "y"), "A."))),
    CHANGES_ITS_DESCRIPTION(
            "describesItselfTheSameEachTime",
            () -> {
                AtomicInteger count = new AtomicInteger();
                return new FaultyMethods.Described(
                        () -> MethodDescription.of("Call " + count.incrementAndGet()),
                        merge -> merge.combine(merge.weights()));
            }),
    FAILS_FOR_A_CHOICE(
            "takesEveryValueThatItsOptionsAllow",
            () ->
                    new FaultyMethods.Described(
                            () ->
                                    MethodDescription.of("")
                                            .option(
                                                    MethodOption.choice(
                                                            "a", "x", List.of("x", "y"), "A.")),
                            merge -> {
                                if (merge.options().text("a").equals("y")) {
                                    throw new IllegalStateException("No y yet");
                                }
                                merge.combine(merge.weights());
                            })),
    SAYS_THAT_IT_READS_THE_BASE(
            "readsTheBaseIfItsDescriptionSaysSo",
            () ->
                    new FaultyMethods.Described(
                            () -> MethodDescription.of("").withBase(),
                            merge -> merge.combine(merge.weights()))),
    READS_THE_BASE_UNSAID(
            "writesEveryElement", () -> method(merge -> merge.combineWithBase(0, merge.weights()))),
    NATURE_DOUBLES(
            "mergesEqualModelsIntoThatModel",
            () -> method(merge -> merge.combine(scaled(merge.weights(), 2)))),
    NATURE_TAKES_THE_FIRST(
            "doesNotDependOnTheOrderOfModels",
            () ->
                    method(
                            merge -> {
                                double[] few = scaled(merge.weights(), 0.5);
                                few[0] += 0.5;
                                merge.combine(few);
                            })),
    NATURE_HIDES_NAN(
            "doesNotHideANaN",
            () ->
                    new ElementwiseMethod(
                            "faulty",
                            (values, weights) -> {
                                double most = Double.NEGATIVE_INFINITY;
                                for (double value : values) {
                                    most = value > most ? value : most;
                                }
                                return most;
                            }));

    private final String caughtBy;
    private final Supplier<MergeMethod> method;

    MethodFault(String caughtBy, Supplier<MergeMethod> method) {
        this.caughtBy = caughtBy;
        this.method = method;
    }

    String caughtBy() {
        return caughtBy;
    }

    MergeMethod create() {
        return method.get();
    }
}
