package io.terge.files.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/** An entry of a {@link RawZip}: every field can be set to something wrong. */
final class RawEntry {

    byte[] localName;
    byte[] centralName;
    int localFlags = ZipFormat.NAME_IS_UTF8;
    int centralFlags = ZipFormat.NAME_IS_UTF8;
    int method;
    int localMethod;
    int crc;
    int localCrc;
    int size;
    int localSize;
    int compressed;
    int localCompressed;
    int disk;
    byte[] content;
    byte[] localExtra = {};
    byte[] centralExtra = {};
    byte[] descriptor = {};

    /** What is added to the position of the local header. */
    int moved;

    RawEntry(String name, String content) {
        this.content = content.getBytes(UTF_8);
        localName = name.getBytes(UTF_8);
        centralName = localName;
        CRC32 checksum = new CRC32();
        checksum.update(this.content);
        crc = (int) checksum.getValue();
        localCrc = crc;
        size = this.content.length;
        localSize = size;
        compressed = size;
        localCompressed = size;
    }
}
