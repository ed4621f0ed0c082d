package io.terge.djl.memory;

import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;

import java.lang.foreign.MemorySegment;
import java.util.Map;

/**
 * A block that is being written. The new values are kept beside it until they are committed; its
 * arrays stay the same objects in the same places, so that trainers and gradients remain valid.
 */
final class DjlSink implements ModelSink {

    private final LiveBlock target;
    private final Map<String, String> ties;
    private final StagedBytes staged;

    /** Takes memory for all parameters of the model, which the block has. */
    DjlSink(LiveBlock target, ModelBlueprint blueprint) {
        this.target = target;
        this.ties = blueprint.ties();
        this.staged = new StagedBytes(blueprint.parameters(), target.arrays().values());
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) {
        MemorySegment.copy(bytes, 0, staged.of(parameter), offset, bytes.byteSize());
    }

    @Override
    public void commit() {
        // Arrays that DJL has to copy into come first: a plain copy of memory cannot fail.
        target.arrays().values().stream().filter(a -> a.memory().isEmpty()).forEach(this::set);
        target.arrays().values().stream().filter(a -> a.memory().isPresent()).forEach(this::set);
    }

    private void set(LiveArray array) {
        String name = array.spec().name();
        array.set(staged.of(ties.getOrDefault(name, name)));
    }

    @Override
    public void close() {
        staged.close();
    }
}
