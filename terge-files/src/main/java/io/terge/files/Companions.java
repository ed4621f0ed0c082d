package io.terge.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files that belong to a model without being its weights: configuration, tokenizer, weights in
 * other formats. Nothing is dropped that a format does not write anew.
 *
 * @since 0.1
 */
public final class Companions {

    private Companions() {}

    /**
     * Finds every file below a directory, symbolic links followed, sorted by name. Left out are
     * weights, what {@link Directory#isForeign} says is no part of the model, links to directories
     * above, links to nothing, and what is not a file, such as a pipe.
     *
     * @param directory the model's directory
     * @param isWeights tells which files are weights: not only those that were read, but all that
     *     would contradict the merged ones
     * @throws IOException if a file or directory below cannot be looked at
     */
    public static List<FileCompanion> below(Path directory, Predicate<FileCompanion> isWeights)
            throws IOException {
        CompanionFinder finder = new CompanionFinder(directory);
        Files.walkFileTree(
                directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
        return finder.found().stream()
                .filter(isWeights.negate())
                .sorted(Comparator.comparing(FileCompanion::name))
                .toList();
    }
}
