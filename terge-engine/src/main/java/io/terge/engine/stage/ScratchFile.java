package io.terge.engine.stage;

import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A temporary file for the parameters of a stage that are computed once. Gone when it is closed.
 */
public final class ScratchFile implements AutoCloseable {

    private final StagePlan stage;
    private final FileChannel channel;
    private final Map<String, Long> starts = new HashMap<>();

    private ScratchFile(StagePlan stage, FileChannel channel) {
        this.stage = stage;
        this.channel = channel;
        long end = 0;
        for (ParameterPlan parameter : stage.plan().parameters()) {
            if (stage.isStored(parameter)) {
                starts.put(parameter.output().name(), end);
                end += stage.stored(parameter).byteSize();
            }
        }
    }

    /** Makes the file in a folder; nothing if a stage needs none. */
    public static Optional<ScratchFile> of(StagePlan stage, Path folder) {
        if (stage.bytesStored() == 0) {
            return Optional.empty();
        }
        try {
            Path file = Files.createTempFile(folder, ".terge-stage-", ".tmp");
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            return Optional.of(new ScratchFile(stage, channel));
        } catch (IOException failure) {
            throw failed(stage, failure);
        }
    }

    /** Writes part of a parameter. */
    public void write(String parameter, long offset, MemorySegment bytes) {
        ByteBuffer buffer = bytes.asByteBuffer();
        long position = start(parameter) + offset;
        try {
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
        } catch (IOException failure) {
            throw failed(stage, failure);
        }
    }

    /** The numbers of a parameter. */
    Tensor tensor(ParameterPlan parameter) {
        long start = start(parameter.output().name());
        Tensor stored =
                Tensor.stored(
                        stage.stored(parameter),
                        new StoredBytes() {
                            @Override
                            public long size() {
                                return stage.stored(parameter).byteSize();
                            }

                            @Override
                            public void read(long offset, MemorySegment into) throws IOException {
                                readFully(start + offset, into);
                            }
                        });
        return stage.isRounded() ? stored : new StoredNumbers(parameter.output(), stored);
    }

    private void readFully(long from, MemorySegment into) throws IOException {
        ByteBuffer buffer = into.asByteBuffer();
        long position = from;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position);
            if (count < 0) {
                throw new EOFException("the temporary file was truncated");
            }
            position += count;
        }
    }

    private long start(String parameter) {
        return Optional.ofNullable(starts.get(parameter)).orElseThrow();
    }

    private static TergeException failed(StagePlan stage, IOException failure) {
        return new TergeException(
                Problem.of(
                                TergeCode.CANNOT_WRITE,
                                "Cannot write the temporary file of the stage '%s': %s"
                                        .formatted(stage.name(), FailureReason.of(failure)))
                        .fix("free disk space; %d bytes are needed".formatted(stage.bytesStored())),
                failure);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw failed(stage, failure);
        }
    }
}
