package io.terge.hf.safetensors;

import io.terge.files.output.OutputFile;
import io.terge.files.output.Span;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;

/**
 * Writes tensors again under their other names, when a file is complete.
 *
 * @param spans where each other name goes, and the place of the tensor to copy
 */
record TieCopies(Map<Span, Span> spans) {

    private static final long PIECE = 1 << 20;

    TieCopies {
        spans = Map.copyOf(spans);
    }

    void complete(OutputFile file) throws IOException {
        for (Map.Entry<Span, Span> copy : spans.entrySet()) {
            copy(file, copy.getValue(), copy.getKey().start());
        }
    }

    private static void copy(OutputFile file, Span from, long to) throws IOException {
        StoredBytes bytes = file.bytes(from.start(), from.size());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(Math.min(PIECE, from.size()));
            for (long done = 0; done < from.size(); done += piece.byteSize()) {
                MemorySegment part =
                        piece.asSlice(0, Math.min(piece.byteSize(), from.size() - done));
                bytes.read(done, part);
                file.write(to + done, part);
            }
        }
    }
}
