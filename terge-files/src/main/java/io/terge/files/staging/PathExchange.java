package io.terge.files.staging;

import java.nio.file.Path;

/** Lets two paths change places, at once. */
@FunctionalInterface
interface PathExchange {

    /**
     * Exchanges what is at two paths of one file system.
     *
     * @return whether it was done; if not, nothing has changed
     */
    boolean exchange(Path one, Path other);
}
