package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How an output parameter is made.
 *
 * @since 0.1
 */
public sealed interface Action {

    /** All operands that are read: the inputs in their order, then the base, if it is read. */
    List<Operand> operands();

    /** The number of bytes of weights that are read in one pass. */
    long bytesReadOnce();

    /** The number of bytes of weights that are read over all passes, at most. */
    default long bytesRead() {
        return bytesReadOnce();
    }

    /**
     * The parameter is merged.
     *
     * @param method the method's name
     * @param options the values of the method's options by name, except those per model
     * @param inputs the operands to merge, in the order of the request
     * @param base the base, if the method reads it in addition to the inputs
     * @param extent how much of the parameter must be in memory at a time
     * @param passes the maximum number of times its bytes are read
     * @param arrays the number of arrays of the parameter's size that the method allocates
     * @param layer the layer it belongs to, if any
     */
    record Merge(
            String method,
            SortedMap<String, String> options,
            List<Operand> inputs,
            Optional<Operand> base,
            Extent extent,
            int passes,
            int arrays,
            Optional<Layer> layer)
            implements Action {

        public Merge {
            requireNonNull(method, "method");
            options = SortedCopy.of(options);
            inputs = List.copyOf(inputs);
            requireNonNull(base, "base");
            requireNonNull(extent, "extent");
            requireNonNull(layer, "layer");
        }

        @Override
        public List<Operand> operands() {
            return base.isEmpty() ? inputs : Stream.concat(inputs.stream(), base.stream()).toList();
        }

        @Override
        public long bytesReadOnce() {
            long once = base.isEmpty() ? 0 : base.get().bytesRead();
            for (Operand input : inputs) {
                once += input.bytesRead();
            }
            return once;
        }

        @Override
        public long bytesRead() {
            return passes * bytesReadOnce();
        }
    }

    /**
     * The parameter is copied from one operand: bit for bit, unless the output has another type.
     *
     * @param from the operand to copy
     * @param reason why it is not merged
     */
    record Copy(Operand from, Reason reason) implements Action {

        public Copy {
            requireNonNull(from, "from");
            requireNonNull(reason, "reason");
        }

        @Override
        public List<Operand> operands() {
            return List.of(from);
        }

        @Override
        public long bytesReadOnce() {
            return from.bytesRead();
        }
    }

    /**
     * The parameter is another name of an output parameter; nothing is read for it.
     *
     * @param to the other parameter's name
     */
    record Tied(String to) implements Action {

        public Tied {
            requireNonNull(to, "to");
        }

        @Override
        public List<Operand> operands() {
            return List.of();
        }

        @Override
        public long bytesReadOnce() {
            return 0;
        }
    }

    /**
     * The layer that a parameter belongs to.
     *
     * @param index its number, from 0
     * @param count the number of layers in its stack
     */
    record Layer(int index, int count) {}

    /** Why a parameter is not merged. */
    enum Reason {
        /** Its elements are not real numbers. */
        NOT_FLOATING("not a floating-point type"),
        /** The request has include selectors, and none of them matches. */
        NOT_INCLUDED("not included"),
        /** An exclude selector matches. */
        EXCLUDED("excluded"),
        /** Too few models have a parameter with its name and shape. */
        TOO_FEW_MODELS("too few models have a parameter of this name and shape"),
        /** The layout takes it from a single model. */
        ONE_PIECE("taken from one model"),
        /** The request is a conversion, which merges nothing. */
        CONVERTED("conversion");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in words. */
        public String text() {
            return text;
        }
    }
}
