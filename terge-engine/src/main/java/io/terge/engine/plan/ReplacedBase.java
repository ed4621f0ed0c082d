package io.terge.engine.plan;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

/** The output of a merge that replaces its base. */
final class ReplacedBase {

    private ReplacedBase() {}

    /**
     * Returns the target: the base without its settings, which say how it is read. A link is
     * followed, so that every name of the file or directory means the merged model.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if the file that a link
     *     points to has another extension, and might be written in another format
     */
    static ModelReference target(ModelReference base) {
        ModelReference plain = base.withSettings(Collections.emptySortedMap());
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
