package io.terge.files.output;

import io.terge.files.staging.OutputTarget;
import io.terge.files.staging.Replacement;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Creates sinks that write models to files. They fulfil the contract of {@link ModelSink}: writes
 * in any order on any number of threads, and no change of the target before the commit. The commit
 * throws {@link IllegalStateException} unless all bytes of all parameters have been written. If
 * creating a sink fails, nothing remains except created parent directories of the target.
 *
 * <p>A model is replaced in place if the target is the blueprint's donor: then everything in its
 * directory that is neither weights nor written anew is kept as it is, and the commit is refused if
 * what it replaces has changed since the sink was created.
 *
 * @since 0.1
 */
public final class ModelOutput {

    private ModelOutput() {}

    /**
     * Starts to write a single-file model without a completion.
     *
     * @param target a file target
     * @param blueprint says what may happen to a model that is already there
     * @param layout the bytes before the weights, and the position of each parameter
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(OutputTarget target, ModelBlueprint blueprint, FileLayout layout)
            throws IOException {
        return file(target, blueprint, layout, file -> {});
    }

    /**
     * Starts to write a single-file model.
     *
     * @param target a file target
     * @param blueprint says what may happen to a model that is already there
     * @param layout the bytes before the weights, and the position of each parameter
     * @param completion completes the file in the commit
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(
            OutputTarget target,
            ModelBlueprint blueprint,
            FileLayout layout,
            FileCompletion completion)
            throws IOException {
        return new SinkFactory(FileOpener.ofFiles())
                .file(target, replacement(target, blueprint), layout, completion);
    }

    /**
     * Starts to write a model in a directory.
     *
     * @param target a directory target
     * @param blueprint says what may happen to a model that is already there
     * @param filling creates the files
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink directory(
            OutputTarget target, ModelBlueprint blueprint, DirectoryFilling filling)
            throws IOException {
        return new SinkFactory(FileOpener.ofFiles())
                .directory(target, replacement(target, blueprint), filling);
    }

    private static Replacement replacement(OutputTarget target, ModelBlueprint blueprint)
            throws IOException {
        return new Replacement(
                blueprint.overwrite(), isInPlace(target, blueprint), blueprint.backup());
    }

    private static boolean isInPlace(OutputTarget target, ModelBlueprint blueprint)
            throws IOException {
        Optional<Path> donor =
                blueprint.donor().flatMap(ModelReference::path).filter(Files::exists);
        return donor.isPresent()
                && Files.exists(target.path())
                && Files.isSameFile(donor.get(), target.path());
    }
}
