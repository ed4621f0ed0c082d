package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a file about a merge may be written: not over a model, not over a file without leave.
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
            throw cannotWrite(
                    around.get().equals(real)
                            ? "this is where the merged model goes"
                            : "of the output, only the directory itself can hold it");
        }
        if (inOutput && isOfTheModel()) {
            throw cannotWrite(
                    "a file of the merged model gets this name",
                    "give %s another name".formatted(kind.option()));
        }
        if (!inOutput && !Files.isDirectory(parent)) {
            throw cannotWrite("there is no directory " + parent);
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw cannotWrite("what is there is a symbolic link to nothing");
        }
        if (Files.exists(file)) {
            checkExisting(overwrite);
        }
    }

    /** Whether the file is to be directly in the directory that the merge makes or replaces. */
    boolean isInOutput() {
        Path parent = parent();
        return output().filter(parent::equals).isPresent() && !Files.isRegularFile(parent);
    }

    /**
     * Whether the merge makes a file of this name, too: weights, or a copy of one of the base's.
     */
    private boolean isOfTheModel() {
        Path name = RealPath.of(file).getFileName();
        boolean copied =
                plan.base()
                        .reference()
                        .path()
                        .map(base -> base.resolve(name))
                        .filter(Files::exists)
                        // The base may have been merged before; this describes that merge.
                        .filter(copy -> !kind.describes(copy))
                        .isPresent();
        return copied || name.toString().contains(".safetensors");
    }

    private void checkExisting(boolean overwrite) {
        if (!Files.isRegularFile(file)) {
            throw cannotWrite("what is there is not a file");
        }
        Path real = RealPath.of(file);
        Optional<Path> model =
                Stream.concat(plan.models().stream(), Stream.of(plan.base()))
                        .map(ModelUse::reference)
                        .map(ModelReference::path)
                        .flatMap(Optional::stream)
                        .filter(path -> real.startsWith(RealPath.of(path)))
                        .findFirst();
        if (model.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_CONTAINS_INPUT,
                                    "The %s would replace %s, a file of the model %s"
                                            .formatted(kind.noun(), file, model.get()))
                            .fix("give %s another path".formatted(kind.option())));
        }
        if (!overwrite) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_EXISTS,
                                    "The file for the %s is there already: %s"
                                            .formatted(kind.noun(), file))
                            .fix(
                                    "give %s another path, or add --overwrite"
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
                reason, "give %s a file in a directory that is there".formatted(kind.option()));
    }

    private TergeException cannotWrite(String reason, String fix) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_WRITE,
                                "Cannot write the %s to %s: %s"
                                        .formatted(kind.noun(), file, reason))
                        .note("nothing was merged")
                        .fix(fix));
    }
}
