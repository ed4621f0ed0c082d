package io.terge.engine.execute;

import io.terge.engine.model.IoFailures;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A parameter of an open model, with failures that name the model. */
record ModelTensor(ModelReference model, Tensor tensor) {

    ParameterSpec spec() {
        return tensor.spec();
    }

    Optional<MemorySegment> bytes() {
        return tensor.bytes();
    }

    void read(long index, double[] into, int count) {
        try {
            tensor.read(index, into, 0, count);
        } catch (IOException failure) {
            throw IoFailures.reading(
                    "'%s' of %s".formatted(spec().name(), model.describe()), failure);
        } catch (InternalError fault) {
            throw vanished(fault);
        }
    }

    // What the Java runtime throws where a mapped page cannot be had any more.
    TergeException vanished(InternalError fault) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_READ,
                                "Cannot read '%s' of %s: its file was cut short or its disk fails"
                                        .formatted(spec().name(), model.describe()))
                        .fix("leave the models alone while they are merged"),
                fault);
    }
}
