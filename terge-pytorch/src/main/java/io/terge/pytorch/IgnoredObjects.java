package io.terge.pytorch;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.pytorch.problem.TorchCode;

import java.nio.file.Path;
import java.util.List;

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
        return List.of(
                Problem.of(
                        TorchCode.TORCH_OBJECTS_IGNORED,
                        "%s contains %s: %s"
                                .formatted(Quoted.of(file), what, FirstFew.of(objects, NAMED))));
    }
}
