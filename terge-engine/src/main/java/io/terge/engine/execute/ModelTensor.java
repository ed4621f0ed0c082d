package io.terge.engine.execute;

import io.terge.engine.model.IoFailures;
import io.terge.engine.model.OpenModel;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * A parameter of an open model, with failures that name the model and its adapter.
 *
 * @param spec the parameter as planned
 */
record ModelTensor(OpenModel model, ParameterSpec spec, Tensor tensor) {

    private static final int SMALLEST_PAGE = 4096;

    /** The stored bytes, where there are any: all that the header says. */
    Optional<MemorySegment> bytes() {
        Optional<MemorySegment> bytes =
                model.guard("giving the bytes of " + described(), tensor::bytes);
        bytes.map(MemorySegment::byteSize)
                .filter(size -> size != spec.byteSize())
                .ifPresent(
                        size -> {
                            throw model.broken(
                                    "it gives %d bytes for %s, which has %d"
                                            .formatted(size, described(), spec.byteSize()));
                        });
        if (bytes.isEmpty() && !spec.dtype().isFloating()) {
            throw model.broken(
                    "it gives no bytes for %s, whose type %s has no numbers to read"
                            .formatted(described(), spec.dtype()));
        }
        return bytes;
    }

    void read(long index, double[] into, int count) {
        model.guard(
                "reading " + described(),
                () -> {
                    try {
                        tensor.read(index, into, 0, count);
                        return spec;
                    } catch (IOException failure) {
                        throw IoFailures.reading(described(), failure);
                    } catch (InternalError fault) {
                        throw vanished(fault);
                    }
                });
    }

    /**
     * The failure of handing mapped bytes to the system: where they cannot be had any more it does
     * not tell of them, but says that the write failed.
     */
    TergeException unwritten(MemorySegment bytes, TergeException failure) {
        try {
            for (long at = 0; at < bytes.byteSize(); at += SMALLEST_PAGE) {
                bytes.get(ValueLayout.JAVA_BYTE, at);
            }
            return failure;
        } catch (InternalError fault) {
            return vanished(fault);
        }
    }

    // What the Java runtime throws where a mapped page cannot be had any more.
    TergeException vanished(InternalError fault) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_READ,
                                "Cannot read %s: its file was cut short or its disk fails"
                                        .formatted(described()))
                        .fix("leave the models alone while they are merged"),
                fault);
    }

    private String described() {
        return "'%s' of %s".formatted(spec.name(), model.reference().describe());
    }
}
