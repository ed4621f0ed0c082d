package io.terge.files.staging;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

/** Locks files. Tests put a file system without locks in its place. */
@FunctionalInterface
interface FileLocking {

    /** What came of the attempt to lock a file. */
    enum Result {
        /** The file is locked until the channel is closed. */
        LOCKED,
        /** Another process has the lock. */
        TAKEN,
        /** The file system has no locks, as some network file systems. */
        UNSUPPORTED
    }

    /** Locks a file, as {@link FileChannel#tryLock()} does. */
    boolean tryLock(FileChannel channel) throws IOException;

    /** Returns the locks of the system. */
    static FileLocking ofSystem() {
        return channel -> channel.tryLock() != null;
    }

    /** Locks a file if that is possible. */
    default Result attempt(FileChannel channel) throws IOException {
        try {
            return tryLock(channel) ? Result.LOCKED : Result.TAKEN;
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException unsupported) {
            // The message differs by system: no locks available, function not implemented...
            return Result.UNSUPPORTED;
        }
    }
}
