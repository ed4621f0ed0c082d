package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;

import java.util.OptionalInt;

/**
 * A model that a merge reads.
 *
 * @param index its index in the request, from 0; empty for a base that is not one of the models
 * @param reference where it is
 * @param adapter the name of the adapter that reads it
 * @param digest the digest of its headers at planning: SHA-256 in hexadecimal
 * @since 0.1
 */
public record ModelUse(OptionalInt index, ModelReference reference, String adapter, String digest) {

    public ModelUse {
        requireNonNull(index, "index");
        requireNonNull(reference, "reference");
        requireNonNull(adapter, "adapter");
        requireNonNull(digest, "digest");
    }
}
