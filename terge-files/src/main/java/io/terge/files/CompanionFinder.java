package io.terge.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Visits all files of a model. */
final class CompanionFinder extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<FileCompanion> found = new ArrayList<>();

    CompanionFinder(Path root) {
        this.root = root;
    }

    /** All files, in the order of the visits. */
    List<FileCompanion> found() {
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
            throws IOException {
        return directory.equals(root) || !isForeign(directory)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    // A link to a directory above would bring in the model again, and all that is beside it.
    private boolean isForeign(Path directory) throws IOException {
        return Directory.isForeign(String.valueOf(directory.getFileName()))
                || root.toRealPath().startsWith(directory.toRealPath());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        // Not regular: a pipe, or a link to nothing. There are no contents to copy.
        if (attributes.isRegularFile()) {
            Path relative = root.relativize(file);
            String separator = relative.getFileSystem().getSeparator();
            found.add(new FileCompanion(relative.toString().replace(separator, "/"), file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE; // A link to a directory above: all of it is found.
        }
        throw failure;
    }
}
