package io.terge.files.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Parent directories of a target that were created for it.
 *
 * @param created the directories, the deepest first
 */
record NewParents(List<Path> created) {

    /** Creates a directory and its parents, as far as they are missing. */
    static NewParents create(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path above = directory;
        while (above != null && !Files.exists(above)) {
            missing.add(above);
            above = above.getParent();
        }
        NewParents parents = new NewParents(List.copyOf(missing));
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            parents.remove();
            throw failure;
        }
        return parents;
    }

    /** Removes them, unless something else is in them by now. */
    void remove() {
        for (Path directory : created) {
            try {
                Files.deleteIfExists(directory);
            } catch (IOException inUse) {
                return;
            }
        }
    }
}
