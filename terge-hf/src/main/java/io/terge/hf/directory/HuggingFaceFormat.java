package io.terge.hf.directory;

import io.terge.files.DirectoryFormat;

import java.io.IOException;
import java.nio.file.Path;

/** What outputs have to know of model directories. */
record HuggingFaceFormat() implements DirectoryFormat {

    @Override
    public boolean isWeights(String name) {
        return WeightNames.belong(name);
    }

    @Override
    public boolean isModel(Path directory) throws IOException {
        return new ModelDirectory(directory).hasWeights();
    }
}
