package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import io.terge.engine.model.IoFailures;
import io.terge.engine.model.OpenModel;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A parameter of an open model, with failures that name the model and its adapter.
 *
 * @param spec the parameter as planned
 * @param stored its stored bytes, where there are any: all that the header says
 */
record ModelTensor(
        OpenModel model, ParameterSpec spec, Tensor tensor, Optional<StoredBytes> stored) {

    /** Asks a tensor for its bytes. */
    static ModelTensor of(OpenModel model, ParameterSpec spec, Tensor tensor) {
        String described = described(model, spec);
        String giving = "giving the bytes of " + described;
        Optional<StoredBytes> stored = model.guard(giving, () -> requireNonNull(tensor.bytes()));
        stored.map(bytes -> model.guard(giving, bytes::size))
                .filter(size -> size != spec.byteSize())
                .ifPresent(
                        size -> {
                            throw model.broken(
                                    "it gives %d bytes for %s, which has %d"
                                            .formatted(size, described, spec.byteSize()));
                        });
        if (stored.isEmpty() && !spec.dtype().isFloating()) {
            throw model.broken(
                    "it gives no bytes for %s, whose type %s has no numbers to read"
                            .formatted(described, spec.dtype()));
        }
        return new ModelTensor(model, spec, tensor, stored);
    }

    int bytesPerElement() {
        return spec.dtype().bits() / Byte.SIZE;
    }

    /** Reads numbers from the tensor itself. */
    void read(long index, double[] into, int from, int count) {
        reading(() -> tensor.read(index, into, from, count));
    }

    /**
     * Stored bytes, in memory off the heap: those of the tensor if it has them there, else a copy.
     * Vector code takes no arrays but of bytes; and a mapped file may be cut short at any time,
     * which only a copy survives that is watched.
     */
    MemorySegment load(StoredBytes bytes, long offset, long size, Scratch scratch) {
        Optional<MemorySegment> direct =
                model.guard(
                        "giving the memory of " + described(),
                        () ->
                                bytes.memory()
                                        .filter(ModelTensor::canBeReadHere)
                                        .map(memory -> memory.asSlice(offset, size)));
        if (direct.isPresent()) {
            return direct.get();
        }
        MemorySegment copy = scratch.take(size);
        reading(() -> bytes.read(offset, copy));
        return copy;
    }

    private static boolean canBeReadHere(MemorySegment memory) {
        return memory.isNative()
                && !memory.isMapped()
                && memory.scope().isAlive()
                && memory.isAccessibleBy(Thread.currentThread());
    }

    private void reading(Reading step) {
        model.guard(
                "reading " + described(),
                () -> {
                    try {
                        step.run();
                        return spec;
                    } catch (IOException failure) {
                        throw IoFailures.reading(described(), failure);
                    } catch (InternalError fault) {
                        throw vanished(fault);
                    }
                });
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    // What the Java runtime throws where a mapped page cannot be had any more.
    private TergeException vanished(InternalError fault) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_READ,
                                "Cannot read %s: its file was cut short or its disk fails"
                                        .formatted(described()))
                        .fix("leave the models alone while they are merged"),
                fault);
    }

    private String described() {
        return described(model, spec);
    }

    private static String described(OpenModel model, ParameterSpec spec) {
        return "'%s' of %s".formatted(spec.name(), model.reference().describe());
    }
}
