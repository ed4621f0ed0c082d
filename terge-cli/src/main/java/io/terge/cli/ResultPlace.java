package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.OutputPlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a file about a merge may be written: not over a model, and over another file only if that
 * is allowed.
 *
 * @param kind what is to be written
 * @param file where
 * @param plan the merge
 */
record ResultPlace(ResultKind kind, Path file, MergePlan plan) {

    /**
     * Checks the place by looking at it only.
     *
     * @throws TergeException if the file cannot or must not be written there
     */
    void check(boolean overwrite) {
        Path parent = parent();
        boolean inOutput = isInOutput();
        Path real = RealPath.of(file);
        Optional<Path> around = output().filter(real::startsWith);
        if (around.isPresent() && !inOutput) {
            throw around.get().equals(real)
                    ? cannotWrite("the merged model is written there")
                    : cannotWrite(
                            "it is in a subdirectory of the output",
                            "place it directly in the output directory, or outside of it");
        }
        if (inOutput && !kind.mayBeInOutput()) {
            throw cannotWrite(
                    "the merge creates or replaces this directory",
                    "place it outside of the output directory");
        }
        if (inOutput && isOfTheModel()) {
            throw cannotWrite(
                    "the merged model already uses this name",
                    "choose another name for %s".formatted(kind.option()));
        }
        if (!inOutput && !Files.isDirectory(parent)) {
            throw cannotWrite("directory %s is missing".formatted(parent));
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw cannotWrite("it is a symbolic link whose target is missing");
        }
        if (Files.exists(file)) {
            checkExisting(overwrite);
        }
    }

    /** Whether the file is directly in the directory that the merge creates or replaces. */
    boolean isInOutput() {
        Path parent = parent();
        return output().filter(parent::equals).isPresent() && !Files.isRegularFile(parent);
    }

    /**
     * Whether the merged model has a file of this name: weights, or a copy of one of the base's.
     */
    private boolean isOfTheModel() {
        Path name = RealPath.of(file).getFileName();
        boolean copied =
                plan.baseModel()
                        .reference()
                        .path()
                        .map(base -> base.resolve(name))
                        .filter(Files::exists)
                        // The base may be a merged model itself; this describes that merge.
                        .filter(copy -> !kind.describes(copy))
                        .isPresent();
        return copied || name.toString().contains(".safetensors");
    }

    private void checkExisting(boolean overwrite) {
        if (!Files.isRegularFile(file)) {
            throw cannotWrite("it exists and is not a file");
        }
        Optional<Path> model = ModelFiles.modelOf(file, plan);
        if (model.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_CONTAINS_INPUT,
                                    "The %s would replace %s, a file of the model %s"
                                            .formatted(kind.noun(), file, model.get()))
                            .fix("choose another path for %s".formatted(kind.option())));
        }
        if (!overwrite) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_EXISTS,
                                    "The %s file already exists: %s".formatted(kind.noun(), file))
                            .fix(
                                    "choose another path for %s, or add --overwrite"
                                            .formatted(kind.option())));
        }
    }

    private Optional<Path> output() {
        return plan.output()
                .map(OutputPlan::target)
                .flatMap(ModelReference::path)
                .map(RealPath::of);
    }

    private Path parent() {
        Path real = RealPath.of(file);
        Path parent = real.getParent();
        return parent == null ? real : parent;
    }

    private TergeException cannotWrite(String reason) {
        return cannotWrite(
                reason, "choose a file in an existing directory for %s".formatted(kind.option()));
    }

    private TergeException cannotWrite(String reason, String fix) {
        return new TergeException(
                Problem.of(
                                TergeCode.CANNOT_WRITE,
                                "Cannot write the %s to %s: %s"
                                        .formatted(kind.noun(), file, reason))
                        .note("nothing was merged")
                        .fix(fix));
    }
}
