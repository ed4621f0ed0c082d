package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

/**
 * A merge method that computes each element independently of the others, from a name and a
 * function. It has relative weights, no options and no base; a method that needs more implements
 * {@link MergeMethod}.
 *
 * @since 0.1
 */
public class ElementwiseMethod implements MergeMethod {

    private final String name;
    private final ElementFunction function;

    /**
     * @param name the method's name in requests: {@code [a-z][a-z0-9_-]*}
     * @param function a pure function; called on several threads at once
     */
    public ElementwiseMethod(String name, ElementFunction function) {
        this.name = requireNonNull(name, "name");
        this.function = requireNonNull(function, "function");
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Output merge(ParameterMerge merge) {
        int inputs = merge.inputs().size();
        double[] weights = merge.weights();
        return Output.blocks(
                block -> {
                    double[] values = new double[inputs];
                    double[] output = block.output();
                    for (int e = 0; e < block.length(); e++) {
                        for (int i = 0; i < inputs; i++) {
                            values[i] = block.input(i)[e];
                        }
                        output[e] = function.apply(values, weights);
                    }
                });
    }
}
