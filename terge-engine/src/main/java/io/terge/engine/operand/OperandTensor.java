package io.terge.engine.operand;

import io.terge.api.Operand;
import io.terge.engine.model.OpenModel;
import io.terge.engine.plugin.PluginCall;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.model.ViewSettings;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * An operand of an open model: all of a stored parameter, or rows of it, with failures that name
 * the model and its adapter.
 */
public final class OperandTensor {

    private final OpenModel model;
    private final Operand operand;
    private final Tensor tensor;
    private final Optional<StoredBytes> bytes;
    private final DType dtype;
    private final int bytesPerElement;
    private final PluginCall reading;
    private final PluginCall givingElements;
    private final PluginCall givingMemory;

    private OperandTensor(
            OpenModel model, Operand operand, Tensor tensor, Optional<StoredBytes> bytes) {
        this.model = model;
        this.operand = operand;
        this.tensor = tensor;
        this.bytes = bytes;
        this.dtype = operand.stored().dtype();
        this.bytesPerElement = dtype.bits() / Byte.SIZE;
        // Texts are made where a call fails: formatting one takes as long as a block.
        this.reading = model.call(() -> "reading " + described());
        this.givingElements = model.call(() -> "providing the elements of " + described());
        this.givingMemory = model.call(() -> "providing the memory of " + described());
    }

    /**
     * Asks a model for the tensor of an operand.
     *
     * @throws io.terge.error.TergeException if the tensor is not what the model's header says
     */
    public static OperandTensor of(OpenModel model, Operand operand) {
        ParameterSpec planned = operand.stored();
        Tensor stored = model.tensor(planned.name());
        ParameterSpec spec =
                model.call(() -> "describing '" + planned.name() + "'").get(stored::spec);
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
        PluginCall giving = model.call(() -> "providing the bytes of " + described(model, planned));
        Optional<StoredBytes> bytes = giving.get(tensor::bytes);
        if (bytes.isPresent()) {
            long size = giving.get(bytes.get()::size);
            if (size != planned.byteSize()) {
                throw model.broken(
                        "expected %d bytes for %s, got %d"
                                .formatted(planned.byteSize(), described(model, planned), size));
            }
        }
        if (bytes.isEmpty() && !planned.dtype().isFloating()) {
            throw model.broken(
                    "it gives no bytes for %s, whose type %s has no numbers to read"
                            .formatted(described(model, planned), planned.dtype()));
        }
        return bytes;
    }

    /** The model. */
    public OpenModel model() {
        return model;
    }

    /** The operand as planned. */
    public Operand operand() {
        return operand;
    }

    /** Loads a chunk to be handed on as a part of another tensor. */
    public Tensor.Part part(long start, int length, Scratch scratch) {
        return reading(() -> tensor.load(start, length, scratch));
    }

    /** Its bytes, where it is stored as its header says. */
    public Optional<StoredBytes> bytes() {
        return bytes;
    }

    /** The type of its stored elements. */
    DType dtype() {
        return dtype;
    }

    /** The stored size of an element, in bytes. */
    int bytesPerElement() {
        return bytesPerElement;
    }

    /** Loads a chunk. */
    public OperandPart load(long start, int length, WorkerMemory memory) {
        Tensor.Part part = part(start, length, memory);
        Optional<MemorySegment> stored = givingElements.get(part::stored);
        if (stored.isPresent()) {
            checkSize(stored.get(), length);
        }
        return new OperandPart(this, part, stored.filter(OperandTensor::canBeReadHere));
    }

    private void checkSize(MemorySegment elements, int length) {
        long expected = (long) length * bytesPerElement;
        if (elements.byteSize() != expected) {
            throw model.broken(
                    "expected %d bytes for %d elements of %s, got %d"
                            .formatted(expected, length, described(), elements.byteSize()));
        }
    }

    /**
     * Stored bytes, in memory off the heap: those of the tensor if it has them there, else a copy.
     */
    public MemorySegment bytes(long offset, long size, WorkerMemory memory) {
        StoredBytes stored = bytes.orElseThrow();
        Optional<MemorySegment> direct =
                givingMemory.get(
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
        return reading.getReading(this::described, step);
    }

    private String described() {
        return described(model, operand.stored());
    }

    private static String described(OpenModel model, ParameterSpec spec) {
        return "'%s' of %s".formatted(spec.name(), ViewSettings.shown(model.reference()));
    }
}
