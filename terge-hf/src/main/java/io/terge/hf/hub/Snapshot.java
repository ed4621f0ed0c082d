package io.terge.hf.hub;

import java.nio.file.Path;

/**
 * A downloaded revision of a model.
 *
 * @param name the name that was asked for
 * @param commit the commit, 40 hexadecimal digits
 * @param directory the directory with the model's files
 */
record Snapshot(HubName name, String commit, Path directory) {

    /** The name that always means this commit. */
    HubName exact() {
        return name.at(commit);
    }
}
