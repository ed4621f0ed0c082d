package io.terge.spi.method;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Describes the values of an output parameter. A method returns it, and the engine evaluates it
 * block by block on several threads, rounding each value once to the type of the output.
 *
 * @since 0.1
 */
public sealed interface Output {

    /**
     * Returns the linear combination of the inputs: the sum of {@code coefficients[i] * input[i]}.
     *
     * <p>The order of operations is part of the contract: each product is a {@code double}
     * multiplication; the sum starts with the first product, and the others are added one by one in
     * the order of the inputs, without fused multiply-add. An input whose coefficient is 0 is left
     * out: it is not read, and its NaNs do not reach the result. If all coefficients are 0, the
     * result is 0.
     *
     * @param coefficients one for each input; copied
     */
    static Output linear(double... coefficients) {
        return new Linear(OptionalDouble.empty(), coefficients.clone(), false);
    }

    /**
     * Returns the linear combination of base and inputs: as {@link #linear}, with the base before
     * all inputs. The method's {@link Access} must declare {@link Access#withBase()}.
     *
     * @param base the base's coefficient; 0 leaves the base out
     * @param coefficients one for each input; copied
     */
    static Output linearWithBase(double base, double... coefficients) {
        return new Linear(OptionalDouble.of(base), coefficients.clone(), false);
    }

    /**
     * Returns the base plus a linear combination of the task vectors (inputs minus base). Inputs
     * that equal the base leave it as it is, bit for bit, which {@link #linearWithBase} does only
     * within rounding. The method's {@link Access} must declare {@link Access#withBase()}.
     *
     * <p>The order of operations is part of the contract: each term is {@code coefficients[i] *
     * (base - input[i])}, a subtraction and a multiplication in {@code double}; the terms are added
     * to 0 one by one in the order of the inputs, without fused multiply-add; the result is the
     * base minus this sum. An input whose coefficient is 0 is left out, as in {@link #linear}.
     *
     * @param coefficients one for each input; copied
     */
    static Output taskVectors(double... coefficients) {
        double base = 1;
        for (double coefficient : coefficients) {
            base -= coefficient;
        }
        return new Linear(OptionalDouble.of(base), coefficients.clone(), true);
    }

    /**
     * Returns an output that is computed block by block. The engine chooses the blocks.
     *
     * @param function computes a block of the output; called after {@code merge} has returned, on
     *     several threads at once and in any order, so it must not keep state between calls
     */
    static Output blocks(BlockFunction function) {
        return new Blocks(function);
    }

    /**
     * Returns an output that is computed row by row: as {@link #blocks}, but each block is one
     * whole row of the last dimension; a scalar is one row. The method's {@link Access} must
     * declare {@link Access#rows()}.
     */
    static Output rows(BlockFunction function) {
        return new Rows(function);
    }

    /**
     * Returns an output whose values are already computed. The method's {@link Access} must declare
     * {@link Access#wholeTensors()}.
     *
     * @param values all elements in row-major order; not copied, so they must not be changed
     *     afterwards
     */
    static Output whole(double[] values) {
        return new Whole(values);
    }

    /**
     * A linear combination: see {@link #linear}, {@link #linearWithBase} and {@link #taskVectors}.
     */
    final class Linear implements Output {

        private final OptionalDouble base;
        private final double[] coefficients;
        private final boolean ofTaskVectors;

        private Linear(OptionalDouble base, double[] coefficients, boolean ofTaskVectors) {
            this.base = base;
            this.coefficients = coefficients;
            this.ofTaskVectors = ofTaskVectors;
        }

        /**
         * The base's coefficient; empty if the base is not a term. Of task vectors it is 1 minus
         * the inputs' coefficients.
         */
        public OptionalDouble base() {
            return base;
        }

        /** The inputs' coefficients, in a new array. */
        public double[] coefficients() {
            return coefficients.clone();
        }

        /** Whether it is evaluated as the base plus task vectors: see {@link #taskVectors}. */
        public boolean isOfTaskVectors() {
            return ofTaskVectors;
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

        /** Computes a block. */
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

        /** Computes a row. */
        public BlockFunction function() {
            return function;
        }
    }

    /** All values: see {@link #whole}. */
    final class Whole implements Output {

        private final double[] values;

        private Whole(double[] values) {
            this.values = requireNonNull(values, "values");
        }

        /** All elements in row-major order; not a copy. */
        public double[] values() {
            return values;
        }
    }
}
