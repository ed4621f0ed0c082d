package io.terge.benchmarks.run;

import io.terge.benchmarks.files.WeightFiles;
import io.terge.benchmarks.files.Workers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every byte that a merge reads, each file from its start to its end, and does nothing with
 * it: as fast as the disk gives them. Makes no output.
 *
 * @param models what is read
 * @param threads how many threads, each with a file of its own
 */
public record PlainRead(List<Path> models, int threads) implements Task {

    private static final int BUFFER = 1 << 20;

    @Override
    public Measurement run(Path output) throws IOException {
        return Measurement.here(this::read);
    }

    private void read() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path model : models) {
            files.addAll(WeightFiles.in(model));
        }
        Workers.run(
                threads,
                files.size(),
                () -> {
                    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
                    return i -> read(files.get(i), buffer);
                });
    }

    private static void read(Path file, ByteBuffer buffer) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            do {
                buffer.clear();
            } while (channel.read(buffer) >= 0);
        }
    }
}
