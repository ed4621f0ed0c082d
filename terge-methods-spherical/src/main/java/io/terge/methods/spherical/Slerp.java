package io.terge.methods.spherical;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * Spherical linear interpolation from the first model to the second, parameter by parameter.
 *
 * @since 0.1
 */
public final class Slerp implements MergeMethod {

    private static final String T = "t";
    private static final String LINEAR_ABOVE = "linear_above";

    public Slerp() {}

    @Override
    public String name() {
        return "slerp";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Interpolates from one model to another along an arc")
                .reference("Shoemake, Animating rotation with quaternion curves, 1985")
                .formula(
                        """
                        a = the angle between x[0] and x[1]
                        out = sin((1 - t) a) / sin(a) x[0] + sin(t a) / sin(a) x[1]
                        Zero or opposite vectors: out = (1 - t) x[0] + t x[1]\
                        """)
                .advice(
                        "Merges two models without the loss of norm that averaging causes."
                            + " Fine-tuned models of one base are nearly parallel: the result is"
                            + " close to their average, which is the simpler starting point (arXiv"
                            + " 2511.21437).")
                .example("--option t=0.5")
                .ignoresWeights()
                .inputs(2, 2)
                .option(
                        MethodOption.number(
                                T, "position on the arc: 0 is the first model, 1 the second"))
                .option(
                        MethodOption.number(
                                        LINEAR_ABOVE,
                                        "cosine above which models are interpolated linearly;"
                                                + " mergekit uses 0.9995")
                                .between(0, 1)
                                .orElse(1))
                .passes(2);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[][] gram = merge.gram();
        double t = merge.options().number(T);
        Arc arc =
                Arc.of(gram[0][0], gram[1][1], gram[0][1], t, merge.options().number(LINEAR_ABOVE));
        if (arc.kind().isLine()) {
            merge.note(arc.kind().note());
        }
        return Output.linear(arc.first(), arc.second());
    }
}
