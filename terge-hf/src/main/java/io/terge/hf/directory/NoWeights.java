package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Directory;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory in which there are no weights that can be read.
 *
 * @param path where it is
 */
record NoWeights(Path path) {

    private static final int NAMES_SHOWN = 20;

    /** What is wrong, what there is instead, and what to do. */
    Problem problem() throws IOException {
        List<String> names = new Directory(path).names();
        return Problem.of(
                        DirectoryCode.NO_WEIGHTS,
                        "%s contains none of %s"
                                .formatted(Quoted.of(path), String.join(", ", WeightNames.READ)))
                .note(names.isEmpty() ? "it is empty" : "it contains: " + listed(names))
                .fix(new WeightAdvice(path, names).text());
    }

    private static String listed(List<String> names) {
        String shown =
                String.join(", ", names.stream().limit(NAMES_SHOWN).map(Quoted::of).toList());
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
