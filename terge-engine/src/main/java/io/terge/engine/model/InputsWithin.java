package io.terge.engine.model;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inputs within a directory that is replaced, which takes all that is in it along.
 *
 * @param target the output
 * @param directory where it really is, if it is there
 */
public record InputsWithin(ModelReference target, Optional<Path> directory) {

    /** Looks at a target as it is now. */
    public static InputsWithin of(ModelReference target) {
        return new InputsWithin(target, RealPath.of(target));
    }

    /** The problems of inputs that would be lost. */
    public List<Problem> problems(Stream<ModelReference> inputs) {
        return inputs.distinct().filter(this::isWithin).map(this::problem).toList();
    }

    private Problem problem(ModelReference input) {
        return Problem.of(
                        TergeCode.OUTPUT_CONTAINS_INPUT,
                        "Replacing %s would destroy the input %s"
                                .formatted(target.describe(), input.describe()))
                .fix("choose another output");
    }

    private boolean isWithin(ModelReference input) {
        return directory.isPresent()
                && RealPath.of(input)
                        .filter(path -> !path.equals(directory.get()))
                        .filter(path -> path.startsWith(directory.get()))
                        .isPresent();
    }
}
