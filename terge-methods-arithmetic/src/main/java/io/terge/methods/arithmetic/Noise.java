package io.terge.methods.arithmetic;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;

/**
 * One model with random noise of a normal distribution.
 *
 * @since 0.1
 */
public final class Noise implements MergeMethod {

    private static final String NOISE = "noise_scale";
    private static final String SCALE = "scale";

    public Noise() {}

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("One model with random noise of a normal distribution")
                .formula(
                        """
                        n = random, normal, with mean 0 and variance 1
                        out = scale (x[0] + noise_scale n)\
                        """)
                .advice(
                        "Makes copies of a model differ, such as the experts of a mixture that are"
                                + " to be trained further. Compare noise_scale with the size of the"
                                + " elements: in most models, they are about 0.02.")
                .example("--option noise_scale=0.001")
                .ignoresWeights()
                .withRandomNumbers()
                .inputs(1, 1)
                .option(
                        MethodOption.number(NOISE, "standard deviation of the noise")
                                .between(0, Double.MAX_VALUE)
                                .perModel())
                .option(
                        MethodOption.number(SCALE, "what the sum is multiplied by")
                                .orElse(1)
                                .perModel());
    }

    @Override
    public Output merge(ParameterMerge merge) {
        MethodOptions options = merge.inputs().getFirst().options();
        double noise = options.number(NOISE);
        double scale = options.number(SCALE);
        if (noise == 0 || scale == 0) {
            return Output.linear(scale);
        }
        RandomNumbers random = merge.random(0);
        return Output.blocks(
                block -> {
                    double[] values = block.input(0);
                    double[] output = block.output();
                    for (int e = 0; e < block.length(); e++) {
                        output[e] = scale * (values[e] + noise * random.normal(block.start() + e));
                    }
                });
    }
}
