package io.terge.engine.operand;

import io.terge.api.Operand;
import io.terge.engine.model.OpenModel;
import io.terge.engine.plugin.PluginCall;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * An operand of an open model: all of a stored parameter, or rows of it, with failures that name
 * the model and its adapter.
 *
 * @param model the model
 * @param operand the operand as planned
 * @param tensor its numbers
 * @param bytes its bytes, where it is stored as its header says
 */
public record OperandTensor(
        OpenModel model, Operand operand, Tensor tensor, Optional<StoredBytes> bytes) {

    /**
     * Asks a model for the tensor of an operand.
     *
     * @throws io.terge.error.TergeException if the tensor is not what the model's header says
     */
    public static OperandTensor of(OpenModel model, Operand operand) {
        ParameterSpec planned = operand.stored();
        Tensor stored = model.tensor(planned.name());
        ParameterSpec spec = model.call("describing '" + planned.name() + "'").get(stored::spec);
        if (!spec.equals(planned)) {
            throw model.broken("its tensor is %s, but its header %s".formatted(spec, planned));
        }
        Optional<StoredBytes> bytes = bytes(model, stored, planned);
        if (operand.rows().isIdentity()) {
            return new OperandTensor(model, operand, stored, bytes);
        }
        Tensor rows = RowViews.of(operand, stored, bytes);
        return new OperandTensor(model, operand, rows, rows.bytes());
    }

    private static Optional<StoredBytes> bytes(
            OpenModel model, Tensor tensor, ParameterSpec planned) {
        String described = described(model, planned);
        PluginCall giving = model.call("providing the bytes of " + described);
        Optional<StoredBytes> bytes = giving.get(tensor::bytes);
        bytes.map(given -> giving.get(given::size))
                .filter(size -> size != planned.byteSize())
                .ifPresent(
                        size -> {
                            throw model.broken(
                                    "expected %d bytes for %s, got %d"
                                            .formatted(planned.byteSize(), described, size));
                        });
        if (bytes.isEmpty() && !planned.dtype().isFloating()) {
            throw model.broken(
                    "it gives no bytes for %s, whose type %s has no numbers to read"
                            .formatted(described, planned.dtype()));
        }
        return bytes;
    }

    /** The stored size of an element, in bytes. */
    int bytesPerElement() {
        return operand.stored().dtype().bits() / Byte.SIZE;
    }

    /** Loads a chunk. */
    public OperandPart load(long start, int length, WorkerMemory memory) {
        Tensor.Part part = reading(() -> tensor.load(start, length, memory));
        Optional<MemorySegment> stored = call("providing the elements of ").get(part::stored);
        long size = (long) length * bytesPerElement();
        stored.filter(elements -> elements.byteSize() != size)
                .ifPresent(
                        elements -> {
                            throw model.broken(
                                    "expected %d bytes for %d elements of %s, got %d"
                                            .formatted(
                                                    size,
                                                    length,
                                                    described(),
                                                    elements.byteSize()));
                        });
        return new OperandPart(this, part, stored.filter(OperandTensor::canBeReadHere));
    }

    /**
     * Stored bytes, in memory off the heap: those of the tensor if it has them there, else a copy.
     */
    public MemorySegment bytes(long offset, long size, WorkerMemory memory) {
        StoredBytes stored = bytes.orElseThrow();
        Optional<MemorySegment> direct =
                call("providing the memory of ")
                        .get(
                                () ->
                                        stored.memory()
                                                .filter(OperandTensor::canBeReadHere)
                                                .map(all -> all.asSlice(offset, size)));
        if (direct.isPresent()) {
            return direct.get();
        }
        MemorySegment copy = memory.take(size);
        return reading(
                () -> {
                    stored.read(offset, copy);
                    return copy;
                });
    }

    // Vector code takes no arrays but of bytes; and a mapped file may be cut short at any time,
    // which only a copy survives that is watched.
    private static boolean canBeReadHere(MemorySegment memory) {
        return memory.isNative()
                && !memory.isMapped()
                && memory.scope().isAlive()
                && memory.isAccessibleBy(Thread.currentThread());
    }

    /** Reads in a way that may fail: the failure names parameter, model and adapter. */
    <T> T reading(PluginCall.IoSupplier<T> step) {
        return call("reading ").getReading(described(), step);
    }

    private PluginCall call(String doing) {
        return model.call(doing + described());
    }

    private String described() {
        return described(model, operand.stored());
    }

    private static String described(OpenModel model, ParameterSpec spec) {
        return "'%s' of %s".formatted(spec.name(), model.reference().describe());
    }
}
