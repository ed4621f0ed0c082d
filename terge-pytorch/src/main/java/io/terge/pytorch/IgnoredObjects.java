package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.pytorch.problem.TorchCode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Says what of a file is not read. */
final class IgnoredObjects {

    private static final int NAMED = 5;

    private IgnoredObjects() {}

    /**
     * Returns the warning; none if everything is read.
     *
     * @param file the file
     * @param what what the objects are
     * @param objects the objects in words
     */
    static List<Problem> warnings(Path file, String what, List<String> objects) {
        if (objects.isEmpty()) {
            return List.of();
        }
        int more = objects.size() - NAMED;
        String names = objects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return List.of(
                Problem.of(
                        TorchCode.TORCH_OBJECTS_IGNORED,
                        "%s contains %s: %s%s"
                                .formatted(
                                        Quoted.of(file),
                                        what,
                                        names,
                                        more > 0 ? " and %d more".formatted(more) : "")));
    }
}
