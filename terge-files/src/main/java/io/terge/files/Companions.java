package io.terge.files;

import io.terge.error.FailureReason;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the files of a model other than its weights: configuration, tokenizer, weights in other
 * formats.
 *
 * @param files the files, sorted by name
 * @param notFollowed the names of links to directories whose files are already among them, sorted
 * @since 0.1
 */
public record Companions(List<FileCompanion> files, List<String> notFollowed) {

    private static final int MOST_FILES = 100_000;
    private static final int MOST_NAMES = 5;

    public Companions {
        files = List.copyOf(files);
        notFollowed = List.copyOf(notFollowed);
    }

    /**
     * Finds all files in a directory and its subdirectories, following symbolic links, sorted by
     * name. Omits weights, entries that are {@linkplain Directory#isForeign foreign}, links to
     * parent directories, broken links, and anything that is not a regular file. Visits every
     * directory once, so the files of a directory that several links lead to have one name.
     *
     * @param directory the model's directory
     * @param isWeights decides which files are weights: those that were read, and all others that
     *     would contradict the merged ones
     * @throws TergeException with {@link TergeCode#TOO_MANY_FILES} if there are more than 100,000
     * @throws IOException if a file or directory cannot be examined, or the thread is interrupted
     */
    public static Companions in(Path directory, Predicate<FileCompanion> isWeights)
            throws IOException {
        return in(directory, isWeights, MOST_FILES);
    }

    static Companions in(Path directory, Predicate<FileCompanion> isWeights, int most)
            throws IOException {
        CompanionFinder finder = new CompanionFinder(directory, most);
        finder.search();
        return new Companions(
                finder.found().stream()
                        .filter(isWeights.negate())
                        .sorted(Comparator.comparing(FileCompanion::name))
                        .toList(),
                finder.notFollowed().stream().sorted().toList());
    }

    /** Returns the files that {@link #in} finds. */
    public static List<FileCompanion> below(Path directory, Predicate<FileCompanion> isWeights)
            throws IOException {
        return in(directory, isWeights).files();
    }

    /** What the user should know about them: links that are not followed. */
    public List<Problem> warnings() {
        if (notFollowed.isEmpty()) {
            return List.of();
        }
        List<String> names = notFollowed.stream().map(Quoted::of).toList();
        return List.of(
                Problem.of(
                                TergeCode.LINK_NOT_FOLLOWED,
                                "Links to directories whose files are already part of the model"
                                        + " are not followed: "
                                        + FirstFew.of(names, MOST_NAMES))
                        .note("the files are copied once, under their other path"));
    }

    /**
     * Checks that companions can be read, so that planning reports what copying would fail on.
     *
     * @throws TergeException with {@link TergeCode#CANNOT_READ} if one of them cannot
     */
    public static void checkReadable(List<? extends Companion> companions) {
        for (Companion companion : companions) {
            companion
                    .path()
                    .filter(path -> !Files.isReadable(path))
                    .ifPresent(
                            path -> {
                                throw unreadable(
                                        path.toString(),
                                        new AccessDeniedException(path.toString()));
                            });
        }
    }

    /** Returns the exception for a companion that cannot be read. */
    public static TergeException unreadable(String name, IOException failure) {
        return new TergeException(
                Problem.of(
                                TergeCode.CANNOT_READ,
                                "Cannot read %s, a file that is copied to the output: %s"
                                        .formatted(Quoted.of(name), FailureReason.of(failure)))
                        .fix("make it readable, or remove it from the model"),
                failure);
    }
}
