package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.blocks;
import static io.terge.testkit.FaultyMethods.method;

import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Methods of every kind that keep the contract. */
enum SoundMethod implements MethodCase {
    BLOCKS(() -> blocks(FaultyMethods::mean)),
    LINEAR(() -> method(FaultyMethods::linear)),
    ROWS(
            () ->
                    method(
                            PLAIN.rows().passes(2),
                            merge -> {
                                merge.note(merge.reduceRows(new Reductions.Blocks()) + " rows");
                                return Output.rows(block -> FaultyMethods.mean(merge, block));
                            })),
    WHOLE(
            () ->
                    method(
                            PLAIN.wholeTensors(),
                            merge -> Output.whole(FaultyMethods.wholeMean(merge)))),
    TASK_VECTORS(
            () ->
                    method(
                            PLAIN.withBase().passes(2),
                            merge -> {
                                merge.taskVectorGram();
                                double[] weights = merge.weights();
                                double sum = 0;
                                for (double weight : weights) {
                                    sum += weight;
                                }
                                return Output.linearWithBase(1 - sum, weights);
                            })),
    ADDS_TASK_VECTORS(() -> method(PLAIN.withBase(), merge -> Output.taskVectors(merge.weights()))),
    READS_A_BASE_IF_STATED(
            () ->
                    method(
                            PLAIN.access(Access.once().withBaseIfStated()).inputs(2, 9),
                            merge ->
                                    merge.hasBase()
                                            ? Output.taskVectors(merge.weights())
                                            : FaultyMethods.linear(merge))),
    IGNORES_WEIGHTS(
            () ->
                    method(
                            PLAIN.ignoresWeights(),
                            merge -> {
                                double[] equal = new double[merge.inputs().size()];
                                Arrays.fill(equal, 1.0 / equal.length);
                                return Output.linear(equal);
                            })),
    READS_LESS_THAN_IT_MAY(() -> method(PLAIN.passes(5), FaultyMethods::linear)),
    GATHERS_EXACTLY(
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                merge.note("largest " + merge.reduce(new Reductions.Largest()));
                                return FaultyMethods.linear(merge);
                            })),
    GATHERS_IN_ORDER(
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                merge.note("sum " + merge.reduce(new Reductions.Sum(false)));
                                return FaultyMethods.linear(merge);
                            })),
    SURVEYS(() -> new Surveyor(model -> model.reduce(new Reductions.Largest()))),
    HAS_OPTIONS(() -> method(options(), SoundMethod::byOptions)),
    READS_MORE_WITH_AN_OPTION(
            () ->
                    new FaultyMethods.Choosy(
                            PLAIN.option(MethodOption.flag("twice", "Whether.").orElse(false)),
                            options -> Access.once().passes(options.flag("twice") ? 2 : 1),
                            options -> List.of(),
                            merge -> {
                                if (merge.options().flag("twice")) {
                                    merge.gram();
                                }
                                return FaultyMethods.linear(merge);
                            }));

    private final Supplier<MergeMethod> method;

    SoundMethod(Supplier<MergeMethod> method) {
        this.method = method;
    }

    @Override
    public String caughtBy() {
        return "";
    }

    @Override
    public MergeMethod create() {
        return method.get();
    }

    private static MethodDescription options() {
        return PLAIN.option(
                        MethodOption.number("density", "The share kept.").between(0, 1).perModel())
                .option(MethodOption.whole("rank", "The rank.").between(1, 3))
                .option(MethodOption.text("sign", "The sign.", "sum", "count").orElse("sum"))
                .option(MethodOption.flag("fast", "Whether.").perModel());
    }

    /** Reads every option, each where it is. */
    private static Output byOptions(ParameterMerge merge) {
        double kept = merge.options().text("sign").length() * 0 + merge.options().whole("rank");
        for (MergeInput input : merge.inputs()) {
            kept += input.options().number("density") + (input.options().flag("fast") ? 1 : 0);
        }
        merge.note("kept " + kept);
        return FaultyMethods.linear(merge);
    }
}
