package io.terge.files.output;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.DirectoryFormat;
import io.terge.files.FileNames;
import io.terge.files.Quoted;
import io.terge.spi.format.Companion;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a model in a directory while it is built. For one thread. Names have {@code /}
 * between their parts; folders are made where they are missing.
 *
 * @since 0.1
 */
public final class DirectoryContent {

    private final Path directory;
    private final DirectoryFormat format;
    private final FileOpener opener;
    private final FileSink sink;

    DirectoryContent(Path directory, DirectoryFormat format, FileOpener opener, FileSink sink) {
        this.directory = directory;
        this.format = format;
        this.opener = opener;
        this.sink = sink;
    }

    /**
     * Copies companions durably. A {@link io.terge.files.FileCompanion} keeps its permissions as
     * far as new files get them from this process, and is copied as what a link points at. Those
     * whose names the format has for weights are left out.
     *
     * @throws TergeException with {@link TergeCode#UNSAFE_PATH} if a name leads out of the model
     * @throws FileAlreadyExistsException if a name is taken
     * @throws IOException if a companion cannot be read or written
     */
    public void copy(List<? extends Companion> companions) throws IOException {
        for (Companion companion : companions) {
            Path copy = copyOf(companion);
            if (!format.isWeights(nameOf(copy))) {
                Files.createDirectories(copy.resolveSibling(""));
                new CompanionCopy(companion, copy).make(opener);
            }
        }
    }

    /**
     * Writes a companion durably as {@link #copy} does, but with other contents, such as a
     * configuration that follows a change of the model.
     *
     * @throws TergeException with {@link TergeCode#UNSAFE_PATH} if the name leads out of the model
     * @throws FileAlreadyExistsException if the name is taken
     * @throws IOException if it cannot be written
     */
    public void copy(Companion companion, byte[] contents) throws IOException {
        Path copy = copyOf(companion);
        Files.createDirectories(copy.resolveSibling(""));
        new CompanionCopy(companion, copy).make(opener, contents);
    }

    /**
     * Writes a file durably, such as an index.
     *
     * @throws IllegalArgumentException if the name is not one of a file in the model
     * @throws FileAlreadyExistsException if it is taken
     * @throws IOException if it cannot be written
     */
    public void write(String name, byte[] bytes) throws IOException {
        try (OutputFile file = OutputFile.create(located(name), opener)) {
            file.write(0, MemorySegment.ofArray(bytes));
            file.force();
        }
    }

    /**
     * Makes a file of weights, which is complete with its last weight. Its parameters are written
     * through the sink.
     *
     * @throws IllegalArgumentException if the name is not one of a file in the model, or another
     *     file has one of the parameters
     * @throws FileAlreadyExistsException if it is taken
     * @throws IOException if it cannot be written
     */
    public void weights(String name, FileLayout layout) throws IOException {
        weights(name, layout, file -> {});
    }

    /**
     * Makes a file of weights, the rest of which is written in the commit. Its parameters are
     * written through the sink.
     *
     * @throws IllegalArgumentException if the name is not one of a file in the model, or another
     *     file has one of the parameters
     * @throws FileAlreadyExistsException if it is taken
     * @throws IOException if it cannot be written
     */
    public void weights(String name, FileLayout layout, FileCompletion completion)
            throws IOException {
        sink.add(WeightFile.create(located(name), layout, completion, opener));
    }

    private Path copyOf(Companion companion) {
        return FileNames.within(directory, companion.name())
                .orElseThrow(() -> unsafe(companion.name()));
    }

    private Path located(String name) throws IOException {
        Path path =
                FileNames.within(directory, name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "There is no file " + Quoted.of(name)));
        Files.createDirectories(path.resolveSibling(""));
        return path;
    }

    /** The name of a file, which may have been given with detours. */
    private String nameOf(Path file) {
        Path relative = directory.relativize(file);
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    private static TergeException unsafe(String name) {
        return new TergeException(
                Problem.of(
                        TergeCode.UNSAFE_PATH,
                        "The companion file %s would be written outside the output"
                                .formatted(Quoted.of(name))));
    }
}
