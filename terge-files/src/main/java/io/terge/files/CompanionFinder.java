package io.terge.files;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Visits all files of a model. Every directory is visited once, whatever links lead to it: links
 * that lead to links make more paths than anybody could visit. Directories that are really there
 * come before those that links lead to.
 */
final class CompanionFinder {

    private static final int DEEPEST = 100;

    private final Path root;
    private final int most;
    private final Deque<Path> directories = new ArrayDeque<>();
    private final Deque<Path> links = new ArrayDeque<>();
    private final Set<Object> visited = new HashSet<>();
    private final List<FileCompanion> found = new ArrayList<>();
    private final List<String> notFollowed = new ArrayList<>();
    private final SortedMap<String, String> notCopied = new TreeMap<>();

    /**
     * Makes a finder.
     *
     * @param most the most files and directories that are visited
     */
    CompanionFinder(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    /** Visits everything. */
    void search() throws IOException {
        directories.add(root);
        while (!directories.isEmpty() || !links.isEmpty()) {
            boolean isLink = directories.isEmpty();
            Path next = isLink ? links.removeFirst() : directories.removeFirst();
            BasicFileAttributes attributes = Files.readAttributes(next, BasicFileAttributes.class);
            if (visited.add(identity(next, attributes))) {
                visit(next);
            } else if (isLink) {
                notFollowed.add(name(next));
            }
        }
    }

    /** All files, in no order. */
    List<FileCompanion> found() {
        return found;
    }

    /** The names of links to directories that are visited by another path. */
    List<String> notFollowed() {
        return notFollowed;
    }

    /** The names of entries that cannot be copied, and why or what each is. */
    SortedMap<String, String> notCopied() {
        return notCopied;
    }

    private void visit(Path directory) throws IOException {
        checkLimits(directory);
        for (Path entry : new Directory(directory).entries()) {
            BasicFileAttributes own =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Optional<BasicFileAttributes> there =
                    own.isSymbolicLink() ? followed(entry) : Optional.of(own);
            if (!hasText(entry)) {
                notCopied.put(name(entry), "its name is not text in this system's encoding");
            } else if (there.isEmpty()) {
                notCopied.put(name(entry), "a link to nothing");
            } else if (there.get().isRegularFile()) {
                found.add(new FileCompanion(name(entry), entry));
            } else if (!there.get().isDirectory()) {
                notCopied.put(name(entry), "a pipe, socket or device");
            } else {
                directory(entry, own.isSymbolicLink());
            }
        }
    }

    private void directory(Path entry, boolean isLink) throws IOException {
        if (Directory.isForeign(String.valueOf(entry.getFileName()))) {
            return;
        }
        // A link to a directory above would bring in the model again, and all that is beside it.
        if (root.toRealPath().startsWith(entry.toRealPath())) {
            notCopied.put(name(entry), "a link to a directory that the model is in");
        } else {
            (isLink ? links : directories).add(entry);
        }
    }

    private void checkLimits(Path directory) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        int depth = root.relativize(directory).getNameCount();
        if (found.size() + visited.size() > most || depth > DEEPEST) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.TOO_MANY_FILES,
                                    "%s has more than %d files, or more than %d levels of directories"
                                            .formatted(Quoted.of(root), most, DEEPEST))
                            .note("at: " + Quoted.of(directory))
                            .fix(
                                    "remove files that are not part of the model, or the links to"
                                            + " them"));
        }
    }

    // A name of other bytes has a text that is the name of another file, if of any.
    private static boolean hasText(Path entry) {
        try {
            return entry.getFileSystem().getPath(entry.toString()).equals(entry);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private static Optional<BasicFileAttributes> followed(Path link) {
        try {
            return Optional.of(Files.readAttributes(link, BasicFileAttributes.class));
        } catch (IOException leadsNowhere) {
            return Optional.empty();
        }
    }

    private static Object identity(Path directory, BasicFileAttributes attributes)
            throws IOException {
        Object key = attributes.fileKey();
        return key != null ? key : directory.toRealPath();
    }

    private String name(Path path) {
        Path relative = root.relativize(path);
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
