package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.DType;

/**
 * What one model gives to a parameter.
 *
 * @param model the model's place in the request, from 0
 * @param weight its weight: a share of 1 where the method's weights are relative
 * @param dtype the type in which the model stores the parameter
 * @since 0.1
 */
public record Share(int model, double weight, DType dtype) {

    /** Checks the values. */
    public Share {
        requireNonNull(dtype, "dtype");
    }
}
