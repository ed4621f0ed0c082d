package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What an output parameter is: a value that a method returns and the engine evaluates, block by
 * block, on as many threads as it has; each number is rounded once, to the type of the output.
 *
 * @since 0.1
 */
public sealed interface Output {

    /**
     * Returns the linear combination of the inputs: the sum of {@code coefficients[i] * input[i]}.
     *
     * <p>The order of operations is part of the contract: each product is a {@code double}
     * multiplication; the sum starts with the first product and the others are added one by one, in
     * the order of the inputs, without fused multiply-add. An input whose coefficient is 0 is left
     * out: it is not read, and a NaN in it is not in the result. If all are 0, so is the result.
     *
     * @param coefficients one for each input; copied
     */
    static Output linear(double... coefficients) {
        return new Linear(OptionalDouble.empty(), coefficients.clone());
    }

    /**
     * Returns the linear combination of base and inputs: as {@link #linear}, with the base before
     * all inputs.
     *
     * @param base the base's coefficient; 0 leaves the base out
     * @param coefficients one for each input; copied
     */
    static Output linearWithBase(double base, double... coefficients) {
        return new Linear(OptionalDouble.of(base), coefficients.clone());
    }

    /**
     * Returns an output that is made block by block.
     *
     * @param function fills a block of the output from its inputs; called on several threads at
     *     once and in any order, so it keeps nothing between calls
     */
    static Output blocks(BlockFunction function) {
        return new Blocks(function);
    }

    /**
     * Returns an output that is made row by row: as {@link #blocks}, but every block is one whole
     * row of the last dimension; a tensor without dimensions is one row. The method's {@link
     * Access} says {@link Access#rows()}.
     */
    static Output rows(BlockFunction function) {
        return new Rows(function);
    }

    /**
     * Returns an output whose numbers are there already. The method's {@link Access} says {@link
     * Access#wholeTensors()}.
     *
     * @param values all elements, row by row; not copied: the method does not change them any more
     */
    static Output whole(double[] values) {
        return new Whole(values);
    }

    /** A linear combination: see {@link #linear} and {@link #linearWithBase}. */
    final class Linear implements Output {

        private final OptionalDouble base;
        private final double[] coefficients;

        private Linear(OptionalDouble base, double[] coefficients) {
            this.base = base;
            this.coefficients = coefficients;
        }

        /** The base's coefficient; empty where the base is no term. */
        public OptionalDouble base() {
            return base;
        }

        /** The inputs' coefficients, in a new array. */
        public double[] coefficients() {
            return coefficients.clone();
        }

        @Override
        public String toString() {
            return "linear %s%s"
                    .formatted(
                            base.isPresent() ? "base " + base.getAsDouble() + " " : "",
                            Arrays.toString(coefficients));
        }
    }

    /** A function of blocks: see {@link #blocks}. */
    final class Blocks implements Output {

        private final BlockFunction function;

        private Blocks(BlockFunction function) {
            this.function = requireNonNull(function, "function");
        }

        /** What fills a block. */
        public BlockFunction function() {
            return function;
        }
    }

    /** A function of rows: see {@link #rows}. */
    final class Rows implements Output {

        private final BlockFunction function;

        private Rows(BlockFunction function) {
            this.function = requireNonNull(function, "function");
        }

        /** What fills a row. */
        public BlockFunction function() {
            return function;
        }
    }

    /** Numbers: see {@link #whole}. */
    final class Whole implements Output {

        private final double[] values;

        private Whole(double[] values) {
            this.values = requireNonNull(values, "values");
        }

        /** All elements, row by row; the very array. */
        public double[] values() {
            return values;
        }
    }
}
