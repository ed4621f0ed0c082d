package io.terge.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives as PyTorch does, and as it does not. */
final class TorchZip implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Starts an archive with a pickle of a value. */
    static TorchZip of(String value) throws IOException {
        return new TorchZip().stored("archive/data.pkl", PickleText.pickle(value));
    }

    TorchZip stored(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry(entry, content);
    }

    TorchZip deflated(String name, byte[] content) throws IOException {
        return entry(new ZipEntry(name), content);
    }

    private TorchZip entry(ZipEntry entry, byte[] content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    /** Adds a storage of so many bytes. */
    TorchZip storage(String key, int size) throws IOException {
        return stored("archive/data/" + key, new byte[size]);
    }

    TorchZip byteOrder(String order) throws IOException {
        return stored("archive/byteorder", order.getBytes(UTF_8));
    }

    byte[] toBytes() throws IOException {
        close();
        return bytes.toByteArray();
    }

    /** Writes the archive. */
    Path in(Path directory) throws IOException {
        return Files.write(directory.resolve("model.pt"), toBytes());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
