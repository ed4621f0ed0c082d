package io.terge.hf.safetensors;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that the parameters of a file lie one after the other, without overlap, hole or rest. So
 * no byte belongs to two parameters, and none can hide something.
 */
final class OffsetCheck {

    private OffsetCheck() {}

    /**
     * Checks all parameters.
     *
     * @param file the file, for messages
     * @param parameters the parameters, each checked by itself
     * @param size the number of bytes after the header
     */
    static void check(Path file, List<StoredParameter> parameters, long size) {
        List<StoredParameter> sorted =
                parameters.stream()
                        .sorted(
                                Comparator.comparingLong(StoredParameter::start)
                                        .thenComparingLong(StoredParameter::end))
                        .toList();
        long expected = 0;
        for (StoredParameter parameter : sorted) {
            if (parameter.start() != expected) {
                throw misplaced(file, parameter, expected);
            }
            expected = parameter.end();
        }
        if (size < expected) {
            throw truncated(file, expected, size);
        }
        if (size > expected) {
            throw new TergeException(
                    Problem.of(
                            SafetensorsCode.OFFSETS_INVALID,
                            "%s has unexpected data after its last parameter: expected %d bytes of weights, got %d"
                                    .formatted(Quoted.of(file), expected, size)));
        }
    }

    private static TergeException misplaced(Path file, StoredParameter parameter, long expected) {
        String wrong =
                parameter.start() < expected
                        ? "overlaps the previous parameter, which ends at " + expected
                        : "leaves a gap: the data before it ends at " + expected;
        return new TergeException(
                Problem.of(
                        SafetensorsCode.OFFSETS_INVALID,
                        "%s: %s starts at %d and %s"
                                .formatted(
                                        Quoted.of(file),
                                        Quoted.of(parameter.spec().name()),
                                        parameter.start(),
                                        wrong)));
    }

    private static TergeException truncated(Path file, long expected, long size) {
        return new TergeException(
                Problem.of(
                                TergeCode.FILE_TRUNCATED,
                                "%s is truncated: its weights take %d bytes, but only %d are present"
                                        .formatted(Quoted.of(file), expected, size))
                        .fix("copy or download the file again"));
    }
}
