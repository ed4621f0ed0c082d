package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is done to one parameter of the output.
 *
 * @since 0.1
 */
public sealed interface ParameterPlan {

    /** The parameter as the base stores it. */
    ParameterSpec base();

    /** The parameter as the output stores it: the same name and shape, maybe another type. */
    ParameterSpec output();

    /** How many bytes of weights are read for it. */
    long bytesRead();

    /**
     * The parameter is merged.
     *
     * @param base as the base stores it
     * @param output as the output stores it
     * @param method the method's name
     * @param options the values of the method's options, by name
     * @param shares what each model gives that holds the parameter, in the order of the request
     * @param usesBase whether the method also reads the base
     * @param extent how much of the parameter has to be in memory at a time
     * @param passes how often its bytes are read
     */
    record Merge(
            ParameterSpec base,
            ParameterSpec output,
            String method,
            SortedMap<String, String> options,
            List<Share> shares,
            boolean usesBase,
            Extent extent,
            int passes)
            implements ParameterPlan {

        /** Copies the collections. */
        public Merge {
            requireNonNull(base, "base");
            requireNonNull(output, "output");
            requireNonNull(method, "method");
            requireNonNull(extent, "extent");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(options)));
            shares = List.copyOf(shares);
        }

        @Override
        public long bytesRead() {
            long inputs =
                    shares.stream().mapToLong(share -> base.as(share.dtype()).byteSize()).sum();
            return passes * (usesBase ? inputs + base.byteSize() : inputs);
        }
    }

    /**
     * The parameter is the base's, bit for bit unless the output has another type.
     *
     * @param base as the base stores it
     * @param output as the output stores it
     * @param reason why it is not merged
     */
    record Copy(ParameterSpec base, ParameterSpec output, Reason reason) implements ParameterPlan {

        /** Checks the values. */
        public Copy {
            requireNonNull(base, "base");
            requireNonNull(output, "output");
            requireNonNull(reason, "reason");
        }

        @Override
        public long bytesRead() {
            return base.byteSize();
        }
    }

    /** Why a parameter is not merged. */
    enum Reason {
        /** Its elements are not real numbers. */
        NOT_FLOATING("not a floating type"),
        /** There are included selectors, and none matches. */
        NOT_INCLUDED("not included"),
        /** An excluded selector matches. */
        EXCLUDED("excluded"),
        /** Fewer than two models hold its name and shape. */
        TOO_FEW_MODELS("fewer than two models hold this name and shape");

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
