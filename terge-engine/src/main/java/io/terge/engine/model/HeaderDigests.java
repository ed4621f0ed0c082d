package io.terge.engine.model;

import io.terge.tensor.ParameterSpec;

import java.util.List;

/**
 * The digests of the headers of several models, one after the other. Models that can be merged
 * mostly have the same parameters, which are then hashed once. For one thread.
 */
public final class HeaderDigests {

    private List<ParameterSpec> parameters = List.of();
    private HeaderDigest ofParameters = new HeaderDigest().add(parameters);

    /** The digest of a model: see {@link ModelHeaders#digest}. */
    public String of(ModelHeaders headers) {
        if (!headers.parameters().equals(parameters)) {
            parameters = headers.parameters();
            ofParameters = new HeaderDigest().add(parameters);
        }
        return ofParameters
                .copy()
                .orElseGet(() -> new HeaderDigest().add(parameters))
                .add(headers.ties())
                .add(headers.metadata())
                .hexadecimal();
    }
}
