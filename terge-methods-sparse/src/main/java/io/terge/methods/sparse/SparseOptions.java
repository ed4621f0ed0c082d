package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Combination;
import io.terge.methods.sparse.part.Consensus;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ParameterMerge;

import java.util.List;

/** The options that methods of sparse task vectors share. */
final class SparseOptions {

    static final String DENSITY = "density";
    static final String EPSILON = "epsilon";
    static final String GAMMA = "gamma";
    static final String LAMBDA = "lambda";
    static final String NORMALIZE = "normalize";
    static final String RESCALE = "rescale";
    static final String CONSENSUS = "consensus";
    static final String SCOPE = "scope";

    static final String BY_DENSITY = "density";
    static final String BY_MAGNITUDE = "l1";
    static final String NOT = "none";
    static final String OF_MODEL = "model";

    private SparseOptions() {}

    static MethodOption density() {
        return MethodOption.number(DENSITY, "fraction of each task vector that is kept")
                .between(0, 1)
                .orElse(1)
                .perModel();
    }

    static MethodOption rescale(String standard) {
        return MethodOption.text(
                        RESCALE,
                        "what is kept is divided by its probability (density), scaled to the sum of"
                                + " magnitudes of all (l1), or unchanged (none)",
                        BY_DENSITY,
                        BY_MAGNITUDE,
                        NOT)
                .orElse(standard);
    }

    static MethodOption scope() {
        return MethodOption.text(
                        SCOPE,
                        "whether the fraction is taken of each tensor or of the whole model",
                        "tensor",
                        OF_MODEL)
                .orElse("tensor");
    }

    static MethodDescription combined(
            MethodDescription description, boolean normalizes, boolean elects) {
        MethodDescription all =
                description
                        .absoluteWeights()
                        .withBase()
                        .option(
                                MethodOption.flag(
                                                NORMALIZE,
                                                elects
                                                        ? "whether sums are divided by the weights"
                                                                + " that contribute"
                                                        : "whether sums are divided by the sum of"
                                                                + " the weights")
                                        .orElse(normalizes))
                        .option(
                                MethodOption.number(LAMBDA, "scale of what is added to the base")
                                        .orElse(1));
        return elects
                ? all.option(
                        MethodOption.text(
                                        CONSENSUS,
                                        "which sign is elected: that of the sum of the weighted"
                                            + " task vectors (sum), of their sum without weights"
                                            + " (unweighted), or that of the majority (count)",
                                        "sum",
                                        "unweighted",
                                        "count")
                                .orElse("sum"))
                : all;
    }

    static Combination combination(MethodOptions options) {
        String consensus = options.values().getOrDefault(CONSENSUS, NOT);
        return new Combination(
                switch (consensus) {
                    case "sum" -> Consensus.SUM;
                    case "unweighted" -> Consensus.UNWEIGHTED;
                    case "count" -> Consensus.COUNT;
                    default -> Consensus.NONE;
                },
                options.flag(NORMALIZE),
                options.number(LAMBDA));
    }

    static List<Double> perInput(ParameterMerge merge, String option) {
        return merge.inputs().stream().map(input -> input.options().number(option)).toList();
    }

    static boolean isOfModel(MethodOptions options) {
        return options.text(SCOPE).equals(OF_MODEL);
    }

    static boolean isByMagnitude(MethodOptions options) {
        return options.text(RESCALE).equals(BY_MAGNITUDE);
    }
}
