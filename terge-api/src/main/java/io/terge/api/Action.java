package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an output parameter comes about.
 *
 * @since 0.1
 */
public sealed interface Action {

    /** How many bytes of weights are read for it. */
    long bytesRead();

    /**
     * It is merged.
     *
     * @param method the method's name
     * @param options the values of the method's options, but for those per model, by name
     * @param inputs what it is merged from, in the order of the request
     * @param base the base, where the method reads it apart
     * @param extent how much of the parameter has to be in memory at a time
     * @param passes how often its bytes are read at most
     * @param layer the layer that it belongs to, if any
     */
    record Merge(
            String method,
            SortedMap<String, String> options,
            List<Operand> inputs,
            Optional<Operand> base,
            Extent extent,
            int passes,
            Optional<Layer> layer)
            implements Action {

        public Merge {
            requireNonNull(method, "method");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            inputs = List.copyOf(inputs);
            requireNonNull(base, "base");
            requireNonNull(extent, "extent");
            requireNonNull(layer, "layer");
        }

        @Override
        public long bytesRead() {
            long inputBytes = inputs.stream().mapToLong(Operand::bytesRead).sum();
            return passes * (inputBytes + base.map(Operand::bytesRead).orElse(0L));
        }
    }

    /**
     * It is one operand's, bit for bit unless the output has another type.
     *
     * @param from what is copied
     * @param reason why it is not merged
     */
    record Copy(Operand from, Reason reason) implements Action {

        public Copy {
            requireNonNull(from, "from");
            requireNonNull(reason, "reason");
        }

        @Override
        public long bytesRead() {
            return from.bytesRead();
        }
    }

    /**
     * It is another output parameter under a second name: nothing is read for it.
     *
     * @param to the other parameter's name
     */
    record Tied(String to) implements Action {

        public Tied {
            requireNonNull(to, "to");
        }

        @Override
        public long bytesRead() {
            return 0;
        }
    }

    /**
     * The layer that a parameter belongs to.
     *
     * @param index its number, from 0
     * @param count how many layers there are in its stack
     */
    record Layer(int index, int count) {}

    /** Why a parameter is not merged. */
    enum Reason {
        /** Its elements are not real numbers. */
        NOT_FLOATING("not a floating type"),
        /** There are included selectors, and none matches. */
        NOT_INCLUDED("not included"),
        /** An excluded selector matches. */
        EXCLUDED("excluded"),
        /** Too few models hold its name and shape. */
        TOO_FEW_MODELS("too few models hold this name and shape"),
        /** The layout takes it from one model. */
        ONE_PIECE("taken from one model");

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
