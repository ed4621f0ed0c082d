package io.terge.hf.directory;

import io.terge.files.Directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The weights of a model directory that are a copy of those that are read. */
final class OtherWeights {

    private OtherWeights() {}

    /** Returns their names, and what each is. */
    static SortedMap<String, String> in(Path directory) throws IOException {
        HuggingFaceFormat format = new HuggingFaceFormat();
        SortedMap<String, String> names = new TreeMap<>();
        for (String name : new Directory(directory).names()) {
            if (format.isWeights(name) && !format.isReplaced(directory, name)) {
                names.put(name, "another copy of the weights");
            }
        }
        return names;
    }
}
