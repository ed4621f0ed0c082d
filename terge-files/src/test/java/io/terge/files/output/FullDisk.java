package io.terge.files.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A disk with room for some bytes: once they are used up, writing fails as the system does. */
final class FullDisk implements FileOpener {

    private final AtomicLong room;

    FullDisk(long bytes) {
        this.room = new AtomicLong(bytes);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        return new Channel(file.toString(), FileOpener.ofFiles().create(file));
    }

    private final class Channel extends FileChannel {

        private final String name;
        private final FileChannel real;

        Channel(String name, FileChannel real) {
            this.name = name;
            this.real = real;
        }

        private void take(int bytes) throws IOException {
            if (room.addAndGet(-bytes) < 0) {
                throw new IOException(name + ": No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            take(source.remaining());
            return real.write(source);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            take(source.remaining());
            return real.write(source, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            // Some file systems find out as late as this.
            take(0);
            real.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public int read(ByteBuffer into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer into, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
