package io.terge.engine.plan;

import io.terge.api.CompanionSettings;
import io.terge.api.OutputChoice;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The output of a merge that replaces its base. */
final class ReplacedBase {

    private static final SortedMap<String, String> WITHOUT_CARD =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(Map.of(CompanionSettings.CARD, CompanionSettings.NO_CARD)));

    private ReplacedBase() {}

    /**
     * Returns the target: the base without its settings, which say how it is read. A link is
     * followed, so that every name of the file or directory means the merged model.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if the file that a link
     *     points to has another extension, and might be written in another format
     */
    static ModelReference target(ModelReference base, OutputChoice choice) {
        ModelReference target = target(base.withSettings(Collections.emptySortedMap()));
        return choice.describedInPlace() ? target : target.withSettings(WITHOUT_CARD);
    }

    private static ModelReference target(ModelReference plain) {
        return plain.path()
                .filter(path -> Files.isSymbolicLink(path) && Files.exists(path))
                .map(link -> ModelReference.at(followed(link)))
                .orElse(plain);
    }

    private static Path followed(Path link) {
        Path real;
        try {
            real = link.toRealPath();
        } catch (IOException gone) {
            return link; // Checking the target says what is wrong.
        }
        if (Files.isRegularFile(real) && !extension(link).equals(extension(real))) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "'%s' is a link to '%s', which has another file extension"
                                            .formatted(link, real))
                            .fix("specify the file itself as the base, or choose an output"));
        }
        return real;
    }

    private static String extension(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }
}
