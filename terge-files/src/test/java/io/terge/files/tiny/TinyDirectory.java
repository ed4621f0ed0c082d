package io.terge.files.tiny;

import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;

import java.io.IOException;
import java.nio.file.Path;

/** A directory is a model where it has this one file. */
public record TinyDirectory() implements DirectoryFormat {

    /** The name of the weights. */
    public static final String WEIGHTS = "model.tiny";

    @Override
    public boolean isWeights(String name) {
        return name.equals(WEIGHTS);
    }

    @Override
    public boolean isModel(Path directory) throws IOException {
        return new Directory(directory).has(WEIGHTS);
    }
}
