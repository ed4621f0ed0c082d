package io.terge.hf;

import io.terge.spi.CompanionFile;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds the files that belong to a model without being its weights: every file below the directory,
 * symbolic links followed. Left out are the safetensors weights and their index (whichever of them
 * was read, the others would contradict the merged ones), {@code .git} (which stays where a
 * directory is replaced), what a killed run left, and links to directories above. Weights in other
 * formats are kept: nothing is dropped that this module does not write anew.
 */
final class CompanionFinder extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> weights;
    private final List<CompanionFile> found = new ArrayList<>();

    private CompanionFinder(Path root, List<Path> weights) {
        this.root = root;
        this.weights = weights;
    }

    /**
     * Finds them, sorted by name.
     *
     * @param root the model's directory
     * @param weights files that are weights whatever their names
     */
    static List<CompanionFile> find(Path root, List<Path> weights) throws IOException {
        CompanionFinder finder = new CompanionFinder(root, weights);
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
        finder.found.sort(Comparator.comparing(CompanionFile::name));
        return finder.found;
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
        String name = String.valueOf(directory.getFileName());
        return name.equals(StagingDirectory.HISTORY)
                || StagingDirectory.isOne(name)
                || root.toRealPath().startsWith(directory.toRealPath());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path relative = root.relativize(file);
        String separator = relative.getFileSystem().getSeparator();
        String name = relative.toString().replace(separator, "/");
        // Not regular: a pipe, or a link to nothing. There are no contents to copy.
        if (attributes.isRegularFile() && !WeightNames.belong(name) && !weights.contains(file)) {
            found.add(new CompanionFile(name, file));
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
