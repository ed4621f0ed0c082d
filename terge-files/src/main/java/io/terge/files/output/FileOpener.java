package io.terge.files.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the files of an output. Tests put a full disk in its place. */
@FunctionalInterface
interface FileOpener {

    /** Makes a file that is not there yet, for writing and for reading what was written. */
    FileChannel create(Path file) throws IOException;

    /** Returns the opener of real files. */
    static FileOpener ofFiles() {
        return file ->
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.READ);
    }
}
