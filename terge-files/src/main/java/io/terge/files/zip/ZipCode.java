package io.terge.files.zip;

import io.terge.error.ErrorCode;

/**
 * Problems specific to zip archives. A truncated archive, a name that occurs twice and a name that
 * points outside the archive have codes of {@link io.terge.error.TergeCode}.
 *
 * @since 0.1
 */
public enum ZipCode implements ErrorCode {
    /** A file is not a zip archive, contradicts itself, or exceeds a limit. */
    ZIP_INVALID,
    /** An entry that is needed is compressed or encrypted. */
    ZIP_COMPRESSED,
    /** The content of an entry does not match its checksum. */
    CHECKSUM_MISMATCH;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
