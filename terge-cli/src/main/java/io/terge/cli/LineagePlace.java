package io.terge.cli;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.engine.lineage.LineageJson;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a lineage may be written: not over a model, not over a file without leave. */
final class LineagePlace {

    private LineagePlace() {}

    /**
     * Checks a place by looking at it only.
     *
     * @throws TergeException if the lineage cannot or must not be written there
     */
    static void check(Path file, MergePlan plan, boolean overwrite) {
        Path parent = parent(file);
        boolean inOutput = isInOutput(file, plan);
        Optional<Path> around = output(plan).filter(absolute(file)::startsWith);
        if (around.isPresent() && !inOutput) {
            throw cannotWrite(
                    file,
                    around.get().equals(absolute(file))
                            ? "this is where the merged model goes"
                            : "of the output, only the directory itself can hold it");
        }
        if (inOutput && isOfTheModel(file, plan)) {
            throw cannotWrite(
                    file,
                    "a file of the merged model gets this name",
                    "give --lineage another name");
        }
        if (!inOutput && !Files.isDirectory(parent)) {
            throw cannotWrite(file, "there is no directory " + parent);
        }
        if (Files.exists(file)) {
            checkExisting(file, plan, overwrite);
        }
    }

    /** Whether the file is to be directly in the directory that the merge makes or replaces. */
    static boolean isInOutput(Path file, MergePlan plan) {
        Path parent = parent(file);
        return output(plan).filter(parent::equals).isPresent() && !Files.isRegularFile(parent);
    }

    /**
     * Whether the merge makes a file of this name, too: weights, or a copy of one of the base's.
     */
    private static boolean isOfTheModel(Path file, MergePlan plan) {
        Path name = absolute(file).getFileName();
        boolean copied =
                plan.base()
                        .reference()
                        .path()
                        .map(base -> base.resolve(name))
                        .filter(Files::exists)
                        .filter(copy -> !isLineage(copy))
                        .isPresent();
        return copied || name.toString().contains(".safetensors");
    }

    /** The base may have been merged before; its lineage is not the lineage of the output. */
    private static boolean isLineage(Path file) {
        try {
            LineageJson.read(file);
            return true;
        } catch (IOException somethingElse) {
            return false;
        }
    }

    private static void checkExisting(Path file, MergePlan plan, boolean overwrite) {
        if (!Files.isRegularFile(file)) {
            throw cannotWrite(file, "what is there is not a file");
        }
        Optional<Path> model =
                Stream.concat(plan.models().stream(), Stream.of(plan.base()))
                        .map(ModelUse::reference)
                        .map(ModelReference::path)
                        .flatMap(Optional::stream)
                        .filter(path -> absolute(file).startsWith(absolute(path)))
                        .findFirst();
        if (model.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_CONTAINS_INPUT,
                                    "The lineage would replace %s, a file of the model %s"
                                            .formatted(file, model.get()))
                            .fix("give --lineage another path"));
        }
        if (!overwrite) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_EXISTS,
                                    "The file for the lineage is there already: " + file)
                            .fix("give --lineage another path, or add --overwrite"));
        }
    }

    private static Optional<Path> output(MergePlan plan) {
        return plan.output()
                .map(OutputPlan::target)
                .flatMap(ModelReference::path)
                .map(LineagePlace::absolute);
    }

    private static Path parent(Path file) {
        Path parent = absolute(file).getParent();
        return parent == null ? absolute(file) : parent;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static TergeException cannotWrite(Path file, String reason) {
        return cannotWrite(file, reason, "give --lineage a file in a directory that is there");
    }

    private static TergeException cannotWrite(Path file, String reason, String fix) {
        return new TergeException(
                Problem.of(
                                ErrorCode.CANNOT_WRITE,
                                "Cannot write the lineage to %s: %s".formatted(file, reason))
                        .note("nothing was merged")
                        .fix(fix));
    }
}
