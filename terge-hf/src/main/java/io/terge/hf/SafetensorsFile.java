package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A mapped file whose header has been read and checked.
 *
 * @param path where it is
 * @param header its header
 * @param weights the bytes after the header; not read yet
 */
record SafetensorsFile(Path path, SafetensorsHeader header, MemorySegment weights) {

    /**
     * Maps a file and checks its header.
     *
     * @param path the file
     * @param arena what the mapping lives in
     */
    static SafetensorsFile open(Path path, Arena arena) throws IOException {
        RegularFile.check(path);
        MemorySegment bytes = map(path, arena);
        long length = HeaderLength.read(path, bytes);
        MemorySegment json = bytes.asSlice(HeaderLength.BYTES, length);
        if (length == 0 || json.get(ValueLayout.JAVA_BYTE, 0) != '{') {
            throw new TergeException(
                    Problem.of(
                            ErrorCode.HEADER_INVALID,
                            "The header of " + Quoted.of(path) + " does not start with '{'"));
        }
        SafetensorsHeader header = HeaderReader.read(path, json);
        MemorySegment weights = bytes.asSlice(HeaderLength.BYTES + length);
        OffsetCheck.check(path, header.parameters(), weights.byteSize());
        return new SafetensorsFile(path, header, weights);
    }

    /** The bytes of one parameter. */
    MemorySegment slice(StoredParameter parameter) {
        return weights.asSlice(parameter.start(), parameter.spec().byteSize());
    }

    private static MemorySegment map(Path path, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HeaderLength.BYTES) {
                String wrong =
                        size == 0
                                ? " is empty"
                                : " ends too early: it has " + size + " bytes, not even a length";
                throw new TergeException(
                        Problem.of(ErrorCode.FILE_TRUNCATED, Quoted.of(path) + wrong)
                                .fix("copy or download the file again"));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        }
    }
}
