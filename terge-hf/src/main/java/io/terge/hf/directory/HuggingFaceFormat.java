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
    public boolean isReplaced(Path directory, String name) throws IOException {
        // Beside weights in safetensors, those of PyTorch have not been read.
        return isWeights(name)
                && (WeightNames.areOfSafetensors(name)
                        || !new ModelDirectory(directory).hasSafetensors());
    }

    @Override
    public boolean isModel(Path directory) throws IOException {
        return new ModelDirectory(directory).hasWeights();
    }
}
