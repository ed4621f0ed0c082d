package io.terge.benchmarks.run;

import io.terge.benchmarks.files.Folders;
import io.terge.benchmarks.files.WeightFiles;
import io.terge.benchmarks.files.Workers;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The yardstick: reads every byte that a merge reads, writes as many as it writes, and computes
 * nothing. The output is the first model.
 *
 * <p>Positional reads into a small buffer of each thread were the fastest of the plain ways; mapped
 * files, whose pages have to be made known to the process one by one, were slower.
 *
 * @param models what is read
 * @param threads how many threads
 */
public record PlainCopy(List<Path> models, int threads) implements Task {

    private static final int CHUNK = 1 << 20;

    private record Chunk(FileChannel from, Optional<FileChannel> to, long offset, int length) {}

    @Override
    public Measurement run(Path output) throws IOException {
        return Measurement.here(() -> copy(output));
    }

    private void copy(Path output) throws IOException {
        Files.createDirectories(output);
        List<FileChannel> inputs = new ArrayList<>();
        List<FileChannel> outputs = new ArrayList<>();
        try (Arena arena = Arena.ofShared()) {
            List<Chunk> chunks = new ArrayList<>();
            for (Path model : models) {
                for (Path file : WeightFiles.in(model)) {
                    FileChannel from = FileChannel.open(file);
                    inputs.add(from);
                    Optional<FileChannel> to = Optional.empty();
                    if (model.equals(models.getFirst())) {
                        outputs.add(create(output.resolve(file.getFileName())));
                        to = Optional.of(outputs.getLast());
                    }
                    cut(from, to, chunks);
                }
            }
            Workers.run(
                    threads,
                    chunks.size(),
                    () -> {
                        ByteBuffer buffer = arena.allocate(CHUNK).asByteBuffer();
                        return i -> move(chunks.get(i), buffer);
                    });
            if (!Folders.isInMemory(output)) {
                for (FileChannel channel : outputs) {
                    channel.force(true); // As a merge does.
                }
            }
        } finally {
            for (FileChannel channel : inputs) {
                channel.close();
            }
            for (FileChannel channel : outputs) {
                channel.close();
            }
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void cut(FileChannel from, Optional<FileChannel> to, List<Chunk> chunks)
            throws IOException {
        long size = from.size();
        for (long offset = 0; offset < size; offset += CHUNK) {
            chunks.add(new Chunk(from, to, offset, (int) Math.min(CHUNK, size - offset)));
        }
    }

    private static void move(Chunk chunk, ByteBuffer buffer) throws IOException {
        buffer.clear().limit(chunk.length());
        while (buffer.hasRemaining()) {
            if (chunk.from().read(buffer, chunk.offset() + buffer.position()) < 0) {
                throw new EOFException("A file became shorter");
            }
        }
        if (chunk.to().isPresent()) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                chunk.to().get().write(buffer, chunk.offset() + buffer.position());
            }
        }
    }
}
