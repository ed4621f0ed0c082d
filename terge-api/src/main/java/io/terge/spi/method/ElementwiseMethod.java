package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

/**
 * A merge method that works on each element by itself: a name and a function. It gives the function
 * no options and no base: a method that needs them implements {@link MergeMethod}.
 *
 * @since 0.1
 */
public class ElementwiseMethod implements MergeMethod {

    private final String name;
    private final ElementFunction function;

    /**
     * Makes the method.
     *
     * @param name the name by which requests ask for it: {@code [a-z][a-z0-9_-]*}
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
