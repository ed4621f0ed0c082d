package io.terge.hf.directory;

import io.terge.files.ModelPath;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A Hugging Face model directory: weights in {@code model.safetensors}, or in shards that {@code
 * model.safetensors.index.json} names; where both are there, the single file is the model. Each
 * file of weights is opened by whatever adapter claims it.
 *
 * <p>Every other file below the directory is a companion and is copied: configuration, tokenizer,
 * folders, weights in other formats. Only other safetensors weights of the same model are left out,
 * since they would stand beside the merged ones and contradict them. {@code config.json} follows
 * where the new model's type, layers or vocabulary differ.
 *
 * <p>Symbolic links to files are followed. Where the target is itself a symbolic link, the link is
 * replaced; what it points at stays. A directory that does not look like a model is never replaced.
 */
public final class HuggingFaceAdapter implements ModelAdapter {

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
    public Claim claims(ModelReference reference) {
        return reference
                .path()
                .filter(Files::isDirectory)
                .map(path -> new ModelDirectory(path).looksLikeOne())
                .map(looksLikeOne -> looksLikeOne ? Claim.SPECIFIC : Claim.GENERAL)
                .orElse(Claim.NONE);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return new ModelDirectory(ModelPath.ofModel(reference)).open(context);
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new DirectoryWriter());
    }
}
