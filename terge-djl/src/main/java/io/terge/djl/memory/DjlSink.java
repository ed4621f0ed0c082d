package io.terge.djl.memory;

import static java.util.Objects.requireNonNull;

import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/**
 * A block that is being written. The new values are kept beside it until they are committed; its
 * arrays stay the same objects in the same places, so that trainers and gradients remain valid.
 */
final class DjlSink implements ModelSink {

    private final LiveBlock target;
    private final Map<String, String> ties;
    private final Arena arena = Arena.ofShared();
    private final Map<String, MemorySegment> staged = new HashMap<>();

    /** Takes memory for all parameters of the model, which the block has. */
    DjlSink(LiveBlock target, ModelBlueprint blueprint) {
        this.target = target;
        this.ties = blueprint.ties();
        try {
            for (ParameterSpec spec : blueprint.parameters()) {
                staged.put(spec.name(), arena.allocate(spec.byteSize(), Long.BYTES));
            }
        } catch (OutOfMemoryError full) {
            arena.close();
            throw full;
        }
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) {
        MemorySegment memory = staged.get(parameter);
        if (memory == null) {
            throw new IllegalArgumentException("No parameter '" + parameter + "'");
        }
        MemorySegment.copy(bytes, 0, memory, offset, bytes.byteSize());
    }

    @Override
    public void commit() {
        // Arrays that DJL has to copy into come first: a plain copy of memory cannot fail.
        target.arrays().values().stream().filter(a -> a.memory().isEmpty()).forEach(this::set);
        target.arrays().values().stream().filter(a -> a.memory().isPresent()).forEach(this::set);
    }

    private void set(LiveArray array) {
        String name = array.spec().name();
        array.set(requireNonNull(staged.get(ties.getOrDefault(name, name)), name));
    }

    @Override
    public void close() {
        arena.close();
    }
}
