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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the files of a model other than its weights: configuration, tokenizer, weights in other
 * formats.
 *
 * @param directory the model's directory
 * @param files the files, sorted by name
 * @param notFollowed the names of links to directories whose files are already among them, sorted
 * @param notCopied the names of entries that hold nothing to copy, such as links to nothing and
 *     pipes, and what each is
 * @since 0.1
 */
public record Companions(
        Path directory,
        List<FileCompanion> files,
        List<String> notFollowed,
        SortedMap<String, String> notCopied) {

    private static final int MOST_FILES = 100_000;
    private static final int MOST_NAMES = 5;

    public Companions {
        files = List.copyOf(files);
        notFollowed = List.copyOf(notFollowed);
        notCopied = Collections.unmodifiableSortedMap(new TreeMap<>(notCopied));
    }

    /**
     * Finds all files in a directory and its subdirectories, following symbolic links, sorted by
     * name. Omits weights and entries that are {@linkplain Directory#isForeign foreign}; of links
     * to parent directories, links to nothing, pipes and the like it returns the names. Visits
     * every directory once, so the files of a directory that several links lead to have one name.
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
                directory,
                finder.found().stream()
                        .filter(isWeights.negate())
                        .sorted(Comparator.comparing(FileCompanion::name))
                        .toList(),
                finder.notFollowed().stream().sorted().toList(),
                finder.notCopied());
    }

    /** Returns the files that {@link #in} finds. */
    public static List<FileCompanion> below(Path directory, Predicate<FileCompanion> isWeights)
            throws IOException {
        return in(directory, isWeights).files();
    }

    /** What the user should know about them: what is not read, and so not copied. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        if (!notFollowed.isEmpty()) {
            warnings.add(
                    Problem.of(
                                    TergeCode.LINK_NOT_FOLLOWED,
                                    "Links to directories whose files are already part of %s are not followed: %s"
                                            .formatted(
                                                    Quoted.of(directory),
                                                    listed(notFollowed.stream().map(Quoted::of))))
                            .note("the files are copied once, under their other path"));
        }
        if (!notCopied.isEmpty()) {
            Stream<String> entries =
                    notCopied.entrySet().stream()
                            .map(
                                    entry ->
                                            Quoted.of(entry.getKey())
                                                    + " ("
                                                    + entry.getValue()
                                                    + ")");
            warnings.add(
                    Problem.of(
                                    TergeCode.ENTRY_NOT_COPIED,
                                    "%s has entries that cannot be copied: %s"
                                            .formatted(Quoted.of(directory), listed(entries)))
                            .fix(
                                    "correct links that should lead to a file of the model, and"
                                            + " rename files"));
        }
        return List.copyOf(warnings);
    }

    private static String listed(Stream<String> names) {
        return FirstFew.of(names.toList(), MOST_NAMES);
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
