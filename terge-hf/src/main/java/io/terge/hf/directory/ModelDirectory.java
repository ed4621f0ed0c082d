package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Companions;
import io.terge.files.Directory;
import io.terge.files.FileCompanion;
import io.terge.files.Quoted;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A directory with weights and the files that belong to them.
 *
 * @param path where it is
 */
record ModelDirectory(Path path) {

    /** Whether there is something that a model directory has and others do not. */
    boolean looksLikeOne() {
        try {
            return hasWeights() || has(WeightNames.CONFIG);
        } catch (IOException unknown) {
            return false; // Who opens it is told.
        }
    }

    /** Whether there are weights of a kind that {@link #open} reads. */
    boolean hasWeights() throws IOException {
        return first(WeightNames.SINGLES).isPresent() || first(WeightNames.INDEXES).isPresent();
    }

    /** Opens the weights: one file, else shards. */
    ModelSource open(AdapterContext context) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new TergeException(
                    Problem.of(TergeCode.MODEL_NOT_FOUND, Quoted.of(path) + " does not exist"));
        }
        Optional<Path> single = first(WeightNames.SINGLES);
        if (single.isPresent()) {
            return open(List.of(single.get()), context, shards -> Held.byName(shards.getFirst()));
        }
        Optional<Path> index = first(WeightNames.INDEXES);
        if (index.isPresent()) {
            ShardCheck check = new ShardCheck(ShardIndex.read(index.get()));
            check.present();
            return open(check.index().files(), context, check::agree);
        }
        throw new TergeException(new NoWeights(path).problem());
    }

    private ModelSource open(
            List<Path> weights,
            AdapterContext context,
            Function<List<Shard>, Map<String, Held>> holders)
            throws IOException {
        List<FileCompanion> companions = companions(weights);
        List<Shard> shards = Shard.open(weights, context);
        try {
            return new DirectorySource(shards, holders.apply(shards), companions);
        } catch (RuntimeException | Error failure) {
            Shard.closeAfter(failure, shards);
            throw failure;
        }
    }

    /**
     * The other files, without all safetensors weights and their index: whichever of them was read,
     * the others would contradict the merged ones.
     */
    private List<FileCompanion> companions(List<Path> weights) throws IOException {
        return Companions.below(
                path, file -> WeightNames.belong(file.name()) || weights.contains(file.file()));
    }

    private Optional<Path> first(List<String> names) throws IOException {
        for (String name : names) {
            if (has(name)) {
                return Optional.of(path.resolve(name));
            }
        }
        return Optional.empty();
    }

    private boolean has(String name) throws IOException {
        // A link to nothing counts: opening it says what is wrong.
        return new Directory(path).has(name);
    }
}
