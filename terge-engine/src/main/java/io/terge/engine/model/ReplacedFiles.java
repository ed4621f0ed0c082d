package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that go when an output takes its place. Files are compared by what they are, not by
 * path: links, hard links and mounts give one file many paths.
 *
 * @param target the output
 * @param base the model that companions come from; an output that replaces it has them again
 * @param identities what the files are
 */
public record ReplacedFiles(ModelReference target, ModelReference base, Set<Object> identities) {

    public ReplacedFiles {
        identities = Set.copyOf(identities);
    }

    /**
     * Looks at a target as it is now. A link to a file is replaced itself; one to a directory is
     * followed.
     *
     * @param base the model that companions come from
     */
    public static ReplacedFiles of(ModelReference target, ModelReference base) {
        Set<Object> identities = new HashSet<>();
        target.path()
                .map(ReplacedFiles::followed)
                .filter(path -> !Files.isSymbolicLink(path))
                .ifPresent(path -> collect(path, identities));
        return new ReplacedFiles(target, base, identities);
    }

    /**
     * The problem of an input that would lose files, if it would. An input at the very path of the
     * target is replaced on purpose.
     */
    public Optional<Problem> problem(ModelReference input, ModelHeaders headers) {
        if (identities.isEmpty() || isReplaced(input)) {
            return Optional.empty();
        }
        List<Path> files = isReplaced(base) ? headers.files() : headers.allFiles();
        return files.stream()
                .filter(file -> identity(file).filter(identities::contains).isPresent())
                .findFirst()
                .map(file -> problem(input, file));
    }

    // A base that is a link to the target is replaced in place.
    private boolean isReplaced(ModelReference input) {
        boolean isLink = input.path().filter(Files::isSymbolicLink).isPresent();
        Optional<Path> replaced = place(target).map(ReplacedFiles::followed);
        return place(input).equals(place(target))
                || place(input).equals(replaced)
                || (isLink
                        && input.equals(base)
                        && input.path().flatMap(RealPath::of).equals(replaced));
    }

    private static Path followed(Path target) {
        return Files.isDirectory(target) ? RealPath.of(target).orElse(target) : target;
    }

    private Problem problem(ModelReference input, Path file) {
        return Problem.of(
                        TergeCode.OUTPUT_CONTAINS_INPUT,
                        "Replacing %s would destroy the input %s"
                                .formatted(
                                        CompanionSettings.describe(target),
                                        ViewSettings.shown(owner(input, file))))
                .note("the file %s is part of what is replaced".formatted(file))
                .fix("choose another output");
    }

    /** The model that has the file, of those that a view is made from. */
    private static ModelReference owner(ModelReference input, Path file) {
        return ViewSettings.models(input).stream()
                .filter(model -> model.path().filter(file::startsWith).isPresent())
                .findFirst()
                .orElse(input);
    }

    private static void collect(Path path, Set<Object> identities) {
        try {
            Files.walkFileTree(
                    path,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
                            if (found.isRegularFile()) {
                                identities.add(identity(file, found));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException failure) {
                            return FileVisitResult.CONTINUE; // Whoever replaces it is told.
                        }
                    });
        } catch (IOException unreadable) {
            return; // What cannot be looked at cannot be replaced.
        }
    }

    private static Optional<Object> identity(Path file) {
        try {
            return Optional.of(
                    identity(file, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    // Where the system has no keys of files, links at least are resolved.
    private static Object identity(Path file, BasicFileAttributes found) {
        Object key = found.fileKey();
        return key != null ? key : RealPath.of(file).orElse(file);
    }

    /** The path of a reference, with links resolved in all of it but its name. */
    private static Optional<Path> place(ModelReference reference) {
        return reference
                .path()
                .map(path -> path.toAbsolutePath().normalize())
                .map(
                        path ->
                                Optional.ofNullable(path.getParent())
                                        .flatMap(RealPath::of)
                                        .map(parent -> parent.resolve(path.getFileName()))
                                        .orElse(path));
    }
}
