package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An open file whose header has been read and checked.
 *
 * @param path where it is
 * @param channel the file
 * @param header its header
 * @param weightsStart where the bytes after the header start; none of them has been read
 */
record SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header, long weightsStart)
        implements AutoCloseable {

    /** Opens a file and checks its header. */
    static SafetensorsFile open(Path path) throws IOException {
        RegularFile.check(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return read(path, channel);
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    /** The bytes of one parameter. */
    StoredBytes bytes(StoredParameter parameter) {
        return new FileBytes(
                channel, weightsStart + parameter.start(), parameter.spec().byteSize());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static SafetensorsFile read(Path path, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < HeaderLength.BYTES) {
            throw tooShort(path, size);
        }
        FileBytes file = new FileBytes(channel, 0, size);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment start = arena.allocate(HeaderLength.BYTES);
            file.read(0, start);
            long length = HeaderLength.read(path, start, size - HeaderLength.BYTES);
            MemorySegment json = arena.allocate(length);
            file.read(HeaderLength.BYTES, json);
            if (length == 0 || json.get(ValueLayout.JAVA_BYTE, 0) != '{') {
                throw new TergeException(
                        Problem.of(
                                ErrorCode.HEADER_INVALID,
                                "The header of " + Quoted.of(path) + " does not start with '{'"));
            }
            SafetensorsHeader header = HeaderReader.read(path, json);
            long weightsStart = HeaderLength.BYTES + length;
            OffsetCheck.check(path, header.parameters(), size - weightsStart);
            return new SafetensorsFile(path, channel, header, weightsStart);
        }
    }

    private static TergeException tooShort(Path path, long size) {
        String wrong =
                size == 0
                        ? " is empty"
                        : " ends too early: it has " + size + " bytes, not even a length";
        return new TergeException(
                Problem.of(ErrorCode.FILE_TRUNCATED, Quoted.of(path) + wrong)
                        .fix("copy or download the file again"));
    }
}
