package io.terge.hf.safetensors;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * An open file whose header has been read and checked.
 *
 * @param file the file
 * @param header its header
 * @param weightsStart where the bytes after the header start; none of them has been read
 */
record SafetensorsFile(OpenFile file, SafetensorsHeader header, long weightsStart)
        implements AutoCloseable {

    /** Opens a file and checks its header. */
    static SafetensorsFile open(Path path) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            return read(file);
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    /** The bytes of one parameter. */
    StoredBytes bytes(StoredParameter parameter) {
        return file.bytes(weightsStart + parameter.start(), parameter.spec().byteSize());
    }

    /** Checks that the file is as it was when it was opened. */
    void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static SafetensorsFile read(OpenFile file) throws IOException {
        Path path = file.path();
        long size = file.size();
        if (size < HeaderLength.BYTES) {
            throw tooShort(path, size);
        }
        StoredBytes bytes = file.bytes(0, size);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment start = arena.allocate(HeaderLength.BYTES);
            bytes.read(0, start);
            long length = HeaderLength.read(path, start, size - HeaderLength.BYTES);
            MemorySegment json = arena.allocate(length);
            bytes.read(HeaderLength.BYTES, json);
            if (length == 0 || json.get(ValueLayout.JAVA_BYTE, 0) != '{') {
                throw new TergeException(
                        Problem.of(
                                SafetensorsCode.HEADER_INVALID,
                                "The header of " + Quoted.of(path) + " does not start with '{'"));
            }
            SafetensorsHeader header = HeaderReader.read(path, json);
            long weightsStart = HeaderLength.BYTES + length;
            OffsetCheck.check(path, header.parameters(), size - weightsStart);
            return new SafetensorsFile(file, header, weightsStart);
        }
    }

    private static TergeException tooShort(Path path, long size) {
        String wrong =
                size == 0 ? " is empty" : " is truncated: expected at least 8 bytes, got " + size;
        return new TergeException(
                Problem.of(TergeCode.FILE_TRUNCATED, Quoted.of(path) + wrong)
                        .fix("copy or download the file again"));
    }
}
