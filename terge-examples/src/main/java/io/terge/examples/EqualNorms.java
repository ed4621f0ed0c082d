package io.terge.examples;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/** The weighted mean of models that are first scaled to one norm, parameter by parameter. */
public final class EqualNorms implements MergeMethod {

    @Override
    public String name() {
        return "equal-norms";
    }

    // tag::readme
    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Weighted mean of models scaled to their mean norm.").passes(2);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[][] gram = merge.gram();
        double[] coefficients = merge.weights();
        double mean = 0;
        for (int i = 0; i < coefficients.length; i++) {
            mean += coefficients[i] * Math.sqrt(gram[i][i]);
        }
        for (int i = 0; i < coefficients.length; i++) {
            double norm = Math.sqrt(gram[i][i]);
            coefficients[i] *= norm == 0 ? 1 : mean / norm;
        }
        return Output.linear(coefficients);
    }
    // end::readme
}
