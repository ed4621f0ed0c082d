package io.terge.files.zip;

/**
 * An entry of an archive, as the directory describes it.
 *
 * @param name its name, with forward slashes
 * @param method the compression method; 0 if it is not compressed, 8 for deflate
 * @param encrypted whether it is encrypted
 * @param crc the CRC-32 of its content
 * @param size the number of bytes of its content
 * @param compressedSize the number of bytes in the file
 * @param start the position of its first byte in the file
 * @since 0.1
 */
public record ZipEntry(
        String name,
        int method,
        boolean encrypted,
        int crc,
        long size,
        long compressedSize,
        long start) {

    /** Whether the bytes in the file are the content: neither compressed nor encrypted. */
    public boolean isStored() {
        return method == ZipFormat.STORED && !encrypted;
    }
}
