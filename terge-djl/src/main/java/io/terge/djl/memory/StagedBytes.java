package io.terge.djl.memory;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Memory for the values of parameters until they are committed. */
final class StagedBytes implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final Optional<NDManager> manager;
    private final Map<String, MemorySegment> memory = new HashMap<>();

    /**
     * Takes memory for parameters, whose contents are undefined.
     *
     * @param near the arrays that the values are for
     * @throws TergeException if there is not enough memory
     */
    StagedBytes(Collection<ParameterSpec> parameters, Collection<LiveArray> near) {
        this.manager =
                near.stream()
                        .findFirst()
                        .map(one -> one.array().getManager().newSubManager(Device.cpu()));
        try {
            for (ParameterSpec spec : parameters) {
                memory.put(spec.name(), take(spec.byteSize()));
            }
        } catch (EngineException | OutOfMemoryError full) {
            close();
            throw refusal(parameters, full);
        }
    }

    private static TergeException refusal(Collection<ParameterSpec> parameters, Throwable full) {
        long bytes = parameters.stream().mapToLong(ParameterSpec::byteSize).sum();
        return new TergeException(
                Problem.of(
                                TergeCode.NOT_ENOUGH_MEMORY,
                                "A merge into a block needs %d bytes of native memory until it is"
                                                .formatted(bytes)
                                        + " complete, which are not available")
                        .fix("merge into a file"),
                full);
    }

    // DJL does not clear new memory, as Java does: that would take longer than to copy it.
    private MemorySegment take(long bytes) {
        if (manager.isEmpty() || bytes == 0 || bytes > Integer.MAX_VALUE) {
            return arena.allocate(bytes, Long.BYTES);
        }
        MemorySegment taken =
                NativeMemory.buffer(manager.get().create(new Shape(bytes), DataType.UINT8));
        return taken.isNative() ? taken : arena.allocate(bytes, Long.BYTES);
    }

    /**
     * Returns the memory of a parameter.
     *
     * @throws IllegalArgumentException if there is no parameter of this name
     */
    MemorySegment of(String parameter) {
        MemorySegment bytes = memory.get(parameter);
        if (bytes == null) {
            throw new IllegalArgumentException("No parameter '" + parameter + "'");
        }
        return bytes;
    }

    @Override
    public void close() {
        arena.close();
        manager.ifPresent(NDManager::close);
    }
}
