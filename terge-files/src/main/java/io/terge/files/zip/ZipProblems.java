package io.terge.files.zip;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

/**
 * Words what is wrong with an archive.
 *
 * @param subject what messages call it, quoted
 */
record ZipProblems(String subject) {

    private static final String AGAIN = "copy or download the file again";

    TergeException invalid(String wrong) {
        return failure(ZipCode.ZIP_INVALID, " " + wrong, AGAIN);
    }

    TergeException truncated() {
        return failure(
                TergeCode.FILE_TRUNCATED,
                " is truncated: the directory at its end is missing",
                AGAIN);
    }

    TergeException invalid(String entry, String wrong) {
        return of(ZipCode.ZIP_INVALID, entry, wrong, AGAIN);
    }

    TergeException compressed(String entry) {
        return of(
                ZipCode.ZIP_COMPRESSED,
                entry,
                "is compressed or encrypted",
                "save the model without compression and encryption");
    }

    TergeException mismatch(String entry, int expected, int actual) {
        return of(
                ZipCode.CHECKSUM_MISMATCH,
                entry,
                "is damaged: expected the checksum %08x, got %08x".formatted(expected, actual),
                AGAIN);
    }

    TergeException of(ErrorCode code, String entry, String wrong, String fix) {
        return failure(code, ": " + Quoted.of(entry) + " " + wrong, fix);
    }

    private TergeException failure(ErrorCode code, String wrong, String fix) {
        return new TergeException(Problem.of(code, subject + wrong).fix(fix));
    }
}
