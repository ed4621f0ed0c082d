package io.terge.files.output;

import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Set;

/** A file of weights that another writer writes. */
final class NestedPart implements PartSink {

    private final Set<String> names;
    private final ModelSink sink;
    private boolean closed;

    /**
     * Makes the part.
     *
     * @param names the names of its parameters
     * @param sink writes it; closed with this
     */
    NestedPart(Set<String> names, ModelSink sink) {
        this.names = Set.copyOf(names);
        this.sink = sink;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public void write(String name, long offset, MemorySegment bytes) throws IOException {
        sink.write(name, offset, bytes);
    }

    /** Its temporary files must be gone before the directory appears. */
    @Override
    public void finish() throws IOException {
        sink.commit();
        close();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            sink.close();
        }
    }
}
