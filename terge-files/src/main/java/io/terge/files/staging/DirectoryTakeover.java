package io.terge.files.staging;

import io.terge.files.Directory;
import io.terge.files.DirectoryFormat;
import io.terge.files.StagingName;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes a new directory with what it keeps of the old one, before it takes its place. For one
 * use.
 */
final class DirectoryTakeover extends SimpleFileVisitor<Path> {

    private final Path old;
    private final Path content;
    private final DirectoryFormat format;
    private final Replacement replacement;
    private final OldFiles then;
    private final List<String> replaced = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private int kept;

    /** The repository that is kept with all that is in it, while the visit is within it. */
    private @Nullable Path whole;

    private DirectoryTakeover(
            Path old,
            Path content,
            DirectoryFormat format,
            Replacement replacement,
            OldFiles then) {
        this.old = old;
        this.content = content;
        this.format = format;
        this.replacement = replacement;
        this.then = then;
    }

    /**
     * Completes the new directory.
     *
     * @param old the old one, which stays as it is
     * @param content the new one
     * @param then what the old one was when this one was begun
     */
    static ReplacedContent run(
            Path old, Path content, DirectoryFormat format, Replacement replacement, OldFiles then)
            throws IOException {
        DirectoryTakeover takeover = new DirectoryTakeover(old, content, format, replacement, then);
        Files.walkFileTree(old, takeover);
        return new ReplacedContent(
                takeover.replaced, takeover.removed, takeover.kept, Optional.empty());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
            throws IOException {
        if (directory.equals(old)) {
            return FileVisitResult.CONTINUE;
        }
        String name = String.valueOf(directory.getFileName());
        if (StagingName.isOne(name)) {
            return FileVisitResult.SKIP_SUBTREE; // Left by a killed run.
        }
        if (whole == null
                && (name.equals(Directory.HISTORY)
                        || new Directory(directory).has(Directory.HISTORY))) {
            whole = directory;
        }
        if (!exists(successor(directory))) {
            Permissions.createPrivate(successor(directory));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path successor = successor(file);
        if (exists(successor)) {
            checkUnchanged(file);
            replaced.add(name(file));
            replacePermissions(file, attributes, successor);
        } else if (isKept(file, attributes)) {
            new KeptEntry(file, attributes, successor).keep(replacement.backup());
            kept++;
        } else {
            checkUnchanged(file);
            removed.add(name(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
            throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (directory.equals(whole)) {
            whole = null;
        }
        Path successor = successor(directory);
        boolean isLeft = new Directory(successor).entries().isEmpty();
        if (isLeft && !new Directory(directory).entries().isEmpty() && !directory.equals(old)) {
            Files.delete(successor); // All that was in it belonged to the old model.
            return FileVisitResult.CONTINUE;
        }
        FileTree.forceEntries(successor);
        Permissions.replace(directory, successor);
        if (!directory.equals(old)) {
            Files.setLastModifiedTime(successor, Files.getLastModifiedTime(directory));
        }
        return FileVisitResult.CONTINUE;
    }

    /** Whether something is kept that was not written anew. */
    private boolean isKept(Path file, BasicFileAttributes attributes) throws IOException {
        if (replacement.inPlace()) {
            return !format.isReplaced(old, name(file));
        }
        // Another model: its files go, but not what no model has.
        return whole != null
                || String.valueOf(file.getFileName()).equals(Directory.HISTORY)
                || !Files.isRegularFile(file) && !format.isWeights(name(file));
    }

    private void replacePermissions(Path file, BasicFileAttributes attributes, Path successor)
            throws IOException {
        if (Files.isRegularFile(file) || !attributes.isSymbolicLink()) {
            Permissions.replace(file, successor);
        }
    }

    private void checkUnchanged(Path file) throws IOException {
        if (replacement.inPlace()) {
            then.checkUnchanged(file);
        }
    }

    private Path successor(Path path) {
        return content.resolve(old.relativize(path));
    }

    private String name(Path file) {
        Path relative = old.relativize(file);
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
