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
 * Finds the files of a model other than its weights: configuration, tokenizer, weights in other
 * formats.
 *
 * @since 0.1
 */
public final class Companions {

    private Companions() {}

    /**
     * Finds all files in a directory and its subdirectories, following symbolic links, sorted by
     * name. Omits weights, entries that are {@linkplain Directory#isForeign foreign}, links to
     * parent directories, broken links, and anything that is not a regular file.
     *
     * @param directory the model's directory
     * @param isWeights decides which files are weights: those that were read, and all others that
     *     would contradict the merged ones
     * @throws IOException if a file or directory cannot be examined
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
