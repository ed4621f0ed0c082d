package io.terge.methods.sparse;

import io.terge.spi.method.MethodDescription;

/**
 * Keeps the largest elements of task vectors, elects signs, and averages what agrees.
 *
 * @since 0.1
 */
public final class Ties extends TrimMethod {

    public Ties() {
        super(
                "ties",
                MethodDescription.of(
                                "Keeps the largest elements of task vectors, elects signs, and"
                                        + " averages what agrees")
                        .reference("arXiv 2306.01708")
                        .formula(
                                """
                                t[i] = the density[i] n elements of d[i] of largest magnitude, else 0
                                s = the sign of w[0] t[0] + w[1] t[1] + ...; + if that is 0
                                m = the weighted mean of the t[i] of sign s
                                out = b + lambda m\
                                """)
                        .advice(
                                "Use it for several fine-tuned models that interfere with each"
                                    + " other; densities of 0.2 to 0.5 are usual. Compare it with"
                                    + " task arithmetic, which is the simpler starting point (arXiv"
                                    + " 2511.21437).")
                        .example("--option density=0.5")
                        .option(SparseOptions.density()),
                true,
                true,
                false);
    }
}
