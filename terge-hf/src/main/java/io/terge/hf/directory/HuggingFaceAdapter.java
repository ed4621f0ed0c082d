package io.terge.hf.directory;

import io.terge.files.ModelPath;
import io.terge.files.staging.InterruptedReplacement;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads and writes Hugging Face model directories. Weights are read from the first of {@code
 * model.safetensors}, the shards of {@code model.safetensors.index.json}, {@code pytorch_model.bin}
 * and the shards of {@code pytorch_model.bin.index.json}; each file is opened by the adapter that
 * claims it. Weights are written as safetensors.
 *
 * <p>Every other file in the directory and its subdirectories is a companion and is copied,
 * including configuration, tokenizer and weights of other parts of the model. Omitted are other
 * copies of the weights, because they would contradict the merged ones, the state of a training,
 * and caches; the target's setting {@code copy} has patterns of those that are copied all the same.
 * {@code config.json} is updated if the type, the number of layers or the vocabulary changes, or if
 * it says that weights are quantised and none is.
 *
 * <p>A merge in place replaces the weights that were read and {@code config.json}, and keeps
 * everything else in the directory as it is. One that was killed while it exchanged directories is
 * undone when the model is opened.
 *
 * <p>Symbolic links are followed, also if the target is itself a link to a directory: the directory
 * is replaced, and the link stays. A directory that does not contain a model is never replaced.
 */
public final class HuggingFaceAdapter implements ModelAdapter {

    public HuggingFaceAdapter() {}

    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public String describe() {
        return "a directory with model.safetensors or pytorch_model.bin, or shards and their index";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference
                .path()
                .filter(path -> Files.isDirectory(path) || InterruptedReplacement.isAt(path))
                .map(HuggingFaceAdapter::looksLikeOne)
                .map(looksLikeOne -> looksLikeOne ? Claim.SPECIFIC : Claim.GENERAL)
                .orElse(Claim.NONE);
    }

    // One that a killed run has set aside was a model.
    private static boolean looksLikeOne(Path path) {
        return !Files.isDirectory(path) || new ModelDirectory(path).looksLikeOne();
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
