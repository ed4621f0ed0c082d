package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.blocks;
import static io.terge.testkit.FaultyMethods.linear;
import static io.terge.testkit.FaultyMethods.mean;
import static io.terge.testkit.FaultyMethods.method;
import static io.terge.testkit.FaultyMethods.scaled;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Methods that read otherwise than they say, or when they must not. */
enum ReadingFault implements MethodCase {
    READS_MORE_OFTEN_THAN_IT_SAYS(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            merge -> {
                                merge.gram();
                                return linear(merge);
                            })),
    READS_MORE_OFTEN_WITH_AN_OPTION(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            PLAIN.option(MethodOption.flag("twice", "Whether.").orElse(false)),
                            merge -> {
                                if (merge.options().flag("twice")) {
                                    merge.gram();
                                }
                                return linear(merge);
                            })),
    READS_MATRICES_TWICE(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            PLAIN.wholeTensors(),
                            merge -> {
                                merge.matrix(0);
                                return Output.whole(FaultyMethods.wholeMean(merge));
                            })),
    READS_MATRICES_UNSAID(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                merge.matrix(0);
                                return linear(merge);
                            })),
    READS_ROWS_UNSAID(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                merge.reduceRows(new Reductions.Largest());
                                return linear(merge);
                            })),
    READS_THE_BASE_UNSAID(
            "readsNoMoreThanItsAccessSays",
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                merge.taskVectorGram();
                                return linear(merge);
                            })),
    READS_IN_A_BLOCK(
            "readsOnlyWhileItMerges",
            () ->
                    blocks(
                            PLAIN.passes(1000),
                            (merge, block) -> {
                                merge.gram();
                                mean(merge, block);
                            })),
    READS_IN_A_REDUCTION(
            "readsOnlyWhileItMerges",
            () ->
                    method(
                            PLAIN.passes(1000),
                            merge -> {
                                merge.reduce(new Nested(merge));
                                return linear(merge);
                            })),
    NOTES_IN_A_BLOCK(
            "readsOnlyWhileItMerges",
            () ->
                    blocks(
                            (merge, block) -> {
                                merge.note("a block");
                                mean(merge, block);
                            })),
    SAYS_THAT_IT_READS_THE_BASE(
            "readsTheBaseIfItsAccessSaysSo", () -> method(PLAIN.withBase(), FaultyMethods::linear)),
    CALLS_A_SUM_EXACT(
            "gathersExactStatisticsInAnyOrder",
            () ->
                    method(
                            PLAIN.passes(2),
                            merge -> {
                                double sum = merge.reduce(new Reductions.Sum(true));
                                return Output.linear(scaled(merge.weights(), sum));
                            })),
    SURVEYS_BY_A_SUM_THAT_IT_CALLS_EXACT(
            "surveysAModelTheSameInAnyOrder",
            () -> new Surveyor(model -> model.reduce(new Reductions.Sum(true)))),
    SURVEYS_TWICE(
            "surveysAModelTheSameInAnyOrder",
            () ->
                    new Surveyor(
                            model ->
                                    model.reduce(new Reductions.Largest())
                                            + model.reduce(new Reductions.Largest()))),
    CHANGES_ITS_ACCESS(
            "saysTheSameAccessEachTime",
            () -> {
                AtomicInteger count = new AtomicInteger();
                return new FaultyMethods.Choosy(
                        PLAIN,
                        options -> Access.once().passes(1 + count.getAndIncrement() % 2),
                        options -> List.of(),
                        FaultyMethods::linear);
            });

    private final String caughtBy;
    private final Supplier<MergeMethod> method;

    ReadingFault(String caughtBy, Supplier<MergeMethod> method) {
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

    /** A statistic in a statistic. */
    private record Nested(ParameterMerge merge) implements Reduction<Integer> {

        @Override
        public Integer start() {
            return 0;
        }

        @Override
        public Integer add(Integer soFar, Block block) {
            return soFar + merge.gram().length;
        }

        @Override
        public Integer join(Integer left, Integer right) {
            return left + right;
        }
    }
}
