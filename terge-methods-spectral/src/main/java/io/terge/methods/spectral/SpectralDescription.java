package io.terge.methods.spectral;

import io.terge.spi.method.Access;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;

/** What the descriptions of this module's methods have in common. */
final class SpectralDescription {

    private static final String CAUTION =
            " Plain averaging and task arithmetic are the reliable starting points (arXiv"
                + " 2511.21437). A decomposition takes seconds for a 1024 x 1024 matrix and minutes"
                + " for 4096 x 4096: use a method rule to merge embeddings and other large"
                + " parameters with another method.";

    private SpectralDescription() {}

    /**
     * Returns a description with the option lambda and access to the base and all models at once.
     *
     * @param arrays the number of arrays of the parameter's size that exist beside them
     */
    static MethodDescription of(String summary, String advice, int arrays) {
        return MethodDescription.of(summary)
                .advice(advice + CAUTION)
                .option(
                        MethodOption.number("lambda", "scale of what is added to the base")
                                .orElse(1))
                .access(Access.once().withBase().wholeTensors().arrays(arrays));
    }
}
