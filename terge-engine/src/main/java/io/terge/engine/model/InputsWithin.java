package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inputs and an output that are in one another's directory. Replacing a directory takes all that is
 * in it along; an output within an input would be copied with it by the next merge.
 *
 * @param target the output
 * @param directory where it really is, if it is there
 */
public record InputsWithin(ModelReference target, Optional<Path> directory) {

    /** Looks at a target as it is now. */
    public static InputsWithin of(ModelReference target) {
        return new InputsWithin(target, RealPath.of(target));
    }

    /**
     * The problems of inputs that would be lost, or would get the output as a part of them.
     *
     * @throws io.terge.error.TergeException if the settings of a view are malformed
     */
    public List<Problem> problems(Stream<ModelReference> inputs) {
        return inputs.distinct()
                .flatMap(input -> ViewSettings.models(input).stream())
                .flatMap(input -> problem(input).stream())
                .distinct()
                .toList();
    }

    private Optional<Problem> problem(ModelReference input) {
        if (isWithin(input)) {
            return Optional.of(
                    Problem.of(
                                    TergeCode.OUTPUT_CONTAINS_INPUT,
                                    "Replacing %s would destroy the input %s"
                                            .formatted(
                                                    CompanionSettings.describe(target),
                                                    ViewSettings.shown(input)))
                            .fix("choose another output"));
        }
        return isAround(input)
                ? Optional.of(
                        Problem.of(
                                        TergeCode.OUTPUT_WITHIN_INPUT,
                                        "The output %s is in the directory of the input %s"
                                                .formatted(
                                                        CompanionSettings.describe(target),
                                                        ViewSettings.shown(input)))
                                .note("the next merge of this input would copy the output with it")
                                .fix("choose an output outside of this directory"))
                : Optional.empty();
    }

    private boolean isWithin(ModelReference input) {
        return directory.isPresent()
                && RealPath.of(input)
                        .filter(path -> !path.equals(directory.get()))
                        .filter(path -> path.startsWith(directory.get()))
                        .isPresent();
    }

    private boolean isAround(ModelReference input) {
        Optional<Path> around = input.path().filter(Files::isDirectory);
        // A link to the output would be copied too, and so would what it leads to.
        return around.isPresent()
                && (isAbove(around.get(), place()) || isAbove(around.get(), parent(directory)));
    }

    private static boolean isAbove(Path directory, Optional<Path> place) {
        return Stream.iterate(place, Optional::isPresent, InputsWithin::parent)
                .anyMatch(above -> isSame(above.orElseThrow(), directory));
    }

    /** The directory that the target is in, or will be in: the nearest one that is there. */
    private Optional<Path> place() {
        Optional<Path> above = parent(target.path().map(path -> path.toAbsolutePath().normalize()));
        while (above.isPresent() && !Files.isDirectory(above.get())) {
            above = parent(above);
        }
        return above.flatMap(RealPath::of);
    }

    private static Optional<Path> parent(Optional<Path> path) {
        return path.map(Path::getParent);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException absent) {
            return false; // Opening it says what is wrong.
        }
    }
}
