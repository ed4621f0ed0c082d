package io.terge.hf.directory;

import io.terge.hf.safetensors.SafetensorsName;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;

import java.io.IOException;
import java.nio.file.Files;

/**
 * A Hugging Face model directory: weights in {@code model.safetensors}, or in shards that {@code
 * model.safetensors.index.json} names; where both are there, the single file is the model.
 *
 * <p>Every other file below the directory is a companion and is copied: configuration, tokenizer,
 * folders, weights in other formats. Only other safetensors weights of the same model are left out,
 * since they would stand beside the merged ones and contradict them.
 *
 * <p>Symbolic links to files are followed. Where the target is itself a symbolic link, the link is
 * replaced; what it points at stays. A directory that does not look like a model is never replaced.
 */
public final class HuggingFaceAdapter implements ModelAdapter {

    /** Makes the adapter. */
    public HuggingFaceAdapter() {}

    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public String describe() {
        return "a directory with model.safetensors, or shards and their index";
    }

    @Override
    public boolean recognizes(ModelReference reference) {
        return reference.path().filter(Files::isDirectory).isPresent();
    }

    @Override
    public ModelSource open(ModelReference reference) throws IOException {
        return new ModelDirectory(reference.path().orElseThrow()).open();
    }

    @Override
    public boolean creates(ModelReference target) {
        return target.path().filter(path -> !SafetensorsName.isOf(path)).isPresent();
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        return new DirectoryOutput(target.path().orElseThrow()).start(blueprint);
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) throws IOException {
        new DirectoryOutput(target.path().orElseThrow()).target().check(overwrite);
    }
}
