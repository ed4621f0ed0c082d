package io.terge.files.output;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** One file of weights while it is written, by several threads at once. */
final class WeightFile implements PartSink {

    private final FileLayout layout;
    private final FileCompletion completion;
    private final OutputFile file;
    private final LongAdder written = new LongAdder();

    private WeightFile(FileLayout layout, FileCompletion completion, OutputFile file) {
        this.layout = layout;
        this.completion = completion;
        this.file = file;
    }

    /** Makes the file in its full size and writes its head. */
    static WeightFile create(
            Path path, FileLayout layout, FileCompletion completion, FileOpener opener)
            throws IOException {
        WeightFile weights = new WeightFile(layout, completion, OutputFile.create(path, opener));
        try {
            MemorySegment head = MemorySegment.ofBuffer(layout.head());
            weights.file.write(0, head);
            if (layout.size() > head.byteSize()) {
                weights.file.write(layout.size() - 1, MemorySegment.ofArray(new byte[1]));
            }
            return weights;
        } catch (IOException | RuntimeException | Error failure) {
            weights.close();
            throw failure;
        }
    }

    @Override
    public Set<String> names() {
        return layout.parameters().keySet();
    }

    @Override
    public void write(String name, long offset, MemorySegment bytes) throws IOException {
        Span place = Objects.requireNonNull(layout.parameters().get(name));
        Objects.checkFromIndexSize(offset, bytes.byteSize(), place.size());
        file.write(place.start() + offset, bytes);
        written.add(bytes.byteSize());
    }

    @Override
    public void finish() throws IOException {
        if (written.sum() != layout.parameterBytes()) {
            throw new IllegalStateException(
                    "%d of %d bytes of weights were written"
                            .formatted(written.sum(), layout.parameterBytes()));
        }
        completion.complete(file);
        file.force();
        file.close();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
