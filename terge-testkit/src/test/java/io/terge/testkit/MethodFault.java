package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.addToMean;
import static io.terge.testkit.FaultyMethods.blocks;
import static io.terge.testkit.FaultyMethods.linear;
import static io.terge.testkit.FaultyMethods.mean;
import static io.terge.testkit.FaultyMethods.meanByWayOf;
import static io.terge.testkit.FaultyMethods.method;
import static io.terge.testkit.FaultyMethods.scaled;

import io.terge.spi.method.Access;
import io.terge.spi.method.ElementwiseMethod;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Methods that each break the contract in one way, and the test that has to catch them. */
enum MethodFault implements MethodCase {
    RETURNS_NOTHING("returnsAnOutputThatFits", () -> method(merge -> new Output[1].clone()[0])),
    GIVES_TOO_FEW_COEFFICIENTS("returnsAnOutputThatFits", () -> method(merge -> Output.linear(1))),
    GIVES_A_COEFFICIENT_FOR_THE_BASE(
            "returnsAnOutputThatFits",
            () ->
                    method(
                            PLAIN.withBase(),
                            merge -> {
                                double[] weights = merge.weights();
                                return Output.linearWithBase(
                                        0, Arrays.copyOf(weights, weights.length + 1));
                            })),
    GIVES_TOO_FEW_VALUES(
            "returnsAnOutputThatFits",
            () -> method(PLAIN.wholeTensors(), merge -> Output.whole(new double[1]))),
    RETURNS_ROWS_UNSAID(
            "returnsAnOutputThatFits",
            () -> method(merge -> Output.rows(block -> mean(merge, block)))),
    RETURNS_WHOLE_TENSORS_UNSAID(
            "returnsAnOutputThatFits",
            () -> method(merge -> Output.whole(new double[(int) merge.shape().elements()]))),
    RETURNS_A_BASE_UNSAID(
            "returnsAnOutputThatFits",
            () -> method(merge -> Output.linearWithBase(0, merge.weights()))),
    TAKES_A_BASE_FOR_STATED(
            "returnsAnOutputThatFits",
            () ->
                    method(
                            PLAIN.access(Access.once().withBaseIfStated()),
                            merge -> Output.taskVectors(merge.weights()))),
    TAKES_THE_MODEL_FOR_THE_INPUT(
            "returnsAnOutputThatFits",
            () ->
                    blocks(
                            (merge, block) -> {
                                merge.inputs().forEach(input -> block.input(input.model()));
                                mean(merge, block);
                            })),
    USES_WEIGHTS_THAT_IT_IGNORES(
            "ignoresWeightsIfItSaysSo",
            () -> method(PLAIN.ignoresWeights(), FaultyMethods::linear)),
    FORGETS_THE_LAST_ELEMENT(
            "setsEveryElement",
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
                                double one = 24 / merge.shape().elements() * 0 + 1;
                                return Output.linear(scaled(merge.weights(), one));
                            })),
    COUNTS_MERGES("givesTheSameResultTwice", MethodFault::counting),
    COUNTS_MERGES_TOO("keepsNothingBetweenMerges", MethodFault::counting),
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
                                return Output.blocks(
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
                            return linear(merge);
                        });
            }),
    GIVES_NAN_FOR_ZEROS(
            "givesNoNaNForFiniteNumbers",
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                double square = merge.gram()[0][0];
                                double norm = Math.sqrt(square);
                                return Output.linear(
                                        scaled(merge.weights(), square / (norm * norm)));
                            })),
    DRAWS_UNSAID(
            "saysThatItUsesRandomNumbers",
            () ->
                    method(
                            merge -> {
                                double drawn = merge.random(0).uniform(0);
                                return Output.linear(scaled(merge.weights(), drawn));
                            })),
    NATURE_DOUBLES(
            "mergesEqualModelsIntoThatModel",
            () -> method(merge -> Output.linear(scaled(merge.weights(), 2)))),
    NATURE_TAKES_THE_FIRST(
            "doesNotDependOnTheOrderOfModels",
            () ->
                    method(
                            merge -> {
                                double[] few = scaled(merge.weights(), 0.5);
                                few[0] += 0.5;
                                return Output.linear(few);
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

    @Override
    public String caughtBy() {
        return caughtBy;
    }

    @Override
    public MergeMethod create() {
        return method.get();
    }

    private static MergeMethod counting() {
        AtomicInteger count = new AtomicInteger();
        return method(merge -> Output.linear(scaled(merge.weights(), count.incrementAndGet())));
    }
}
