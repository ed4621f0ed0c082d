package io.terge.hf.experts;

import io.terge.error.ErrorCode;

/** Problems of models that are put together from experts, or taken apart. */
public enum ExpertsCode implements ErrorCode {
    /** A model is of an architecture that no mixture of experts can be made of, or taken from. */
    EXPERTS_ARCHITECTURE,
    /** A parameter has no place in the mixture, or is missing. */
    EXPERTS_PARAMETERS,
    /** A parameter of an expert has another shape than that of the base. */
    EXPERTS_SHAPE,
    /** The configuration of a base contradicts its parameters. */
    EXPERTS_CONFIG,
    /** The numbers of experts contradict each other, or the architecture. */
    EXPERTS_COUNT,
    /** The vectors of the gates do not fit the model. */
    EXPERTS_GATES;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
