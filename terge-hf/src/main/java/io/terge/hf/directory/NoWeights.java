package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Directory;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        Problem problem =
                Problem.of(
                                DirectoryCode.NO_WEIGHTS,
                                "%s contains none of %s"
                                        .formatted(
                                                Quoted.of(path),
                                                String.join(", ", WeightNames.READ)))
                        .note(names.isEmpty() ? "it is empty" : "it contains: " + listed(names));
        Optional<String> file = WeightNames.likeliest(names);
        if (file.isPresent()) {
            return problem.fix("specify the file itself: " + Quoted.of(path.resolve(file.get())));
        }
        return names.stream().anyMatch(WeightNames::areOfAnotherFormat)
                ? problem.fix("convert the weights to safetensors")
                : problem;
    }

    private static String listed(List<String> names) {
        String shown =
                String.join(", ", names.stream().limit(NAMES_SHOWN).map(Quoted::of).toList());
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
