package io.terge.files.output;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.DirectoryFormat;
import io.terge.files.FileNames;
import io.terge.files.Quoted;
import io.terge.files.staging.StagedOutput;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates the files of a model in a directory that is being built. For one thread. Names are
 * separated by {@code /}; missing subdirectories are created.
 *
 * @since 0.1
 */
public final class DirectoryContent {

    private final StagedOutput staged;
    private final Path directory;
    private final DirectoryFormat format;
    private final FileOpener opener;
    private final FileSink sink;

    DirectoryContent(
            StagedOutput staged, DirectoryFormat format, FileOpener opener, FileSink sink) {
        this.staged = staged;
        this.directory = staged.content();
        this.format = format;
        this.opener = opener;
        this.sink = sink;
    }

    /**
     * Copies companions durably. The copy of a {@link io.terge.files.FileCompanion} gets its
     * permissions, as far as the umask of this process allows; symbolic links are followed.
     * Companions with names of {@linkplain io.terge.files.DirectoryFormat#isWeights weights} are
     * omitted, and so are those of a directory that is replaced in place, which all stay.
     *
     * @throws TergeException with {@link TergeCode#UNSAFE_PATH} if a name points outside the model
     * @throws FileAlreadyExistsException if a file with the name exists
     * @throws IOException if a companion cannot be read or written
     */
    public void copy(List<? extends Companion> companions) throws IOException {
        for (Companion companion : companions) {
            Path copy = copyOf(companion);
            if (!format.isWeights(nameOf(copy)) && !isKept(companion, nameOf(copy))) {
                Files.createDirectories(copy.resolveSibling(""));
                new CompanionCopy(companion, copy).make(opener);
            }
        }
    }

    /**
     * Copies a companion as {@link #copy} does, but with other contents, such as an updated
     * configuration.
     *
     * @throws TergeException with {@link TergeCode#UNSAFE_PATH} if the name points outside the
     *     model
     * @throws FileAlreadyExistsException if a file with the name exists
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
     * @throws IllegalArgumentException if the name does not denote a file in the model
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be written
     */
    public void write(String name, byte[] bytes) throws IOException {
        try (OutputFile file = OutputFile.create(located(name), opener)) {
            file.write(0, MemorySegment.ofArray(bytes));
            file.force();
        }
    }

    /**
     * Creates a weight file without a completion. Its parameters are written through the sink.
     *
     * @throws IllegalArgumentException if the name does not denote a file in the model, or another
     *     file has one of the parameters
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be written
     */
    public void weights(String name, FileLayout layout) throws IOException {
        weights(name, layout, file -> {});
    }

    /**
     * Creates a weight file that is completed in the commit. Its parameters are written through the
     * sink.
     *
     * @throws IllegalArgumentException if the name does not denote a file in the model, or another
     *     file has one of the parameters
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be written
     */
    public void weights(String name, FileLayout layout, FileCompletion completion)
            throws IOException {
        sink.add(WeightFile.create(located(name), layout, completion, opener));
    }

    /**
     * Creates a weight file that the writer of another format writes. Its parameters are written
     * through the sink, and it is committed with the output.
     *
     * @param shard the parameters of the file
     * @param writer a writer of single files, which may be of another adapter
     * @throws IllegalArgumentException if the name does not denote a file in the model, or another
     *     file has one of the parameters
     * @throws TergeException if the format cannot store them
     * @throws IOException if it cannot be written
     */
    public void weights(String name, ModelBlueprint shard, ModelWriter writer) throws IOException {
        Set<String> names =
                shard.parameters().stream().map(ParameterSpec::name).collect(Collectors.toSet());
        sink.add(new NestedPart(names, writer.create(ModelReference.at(located(name)), shard)));
    }

    private boolean isKept(Companion companion, String name) throws IOException {
        Optional<Path> file = companion.path();
        return file.isPresent() && staged.isKept(name, file.get());
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

    /** Returns the normalised name of a file. */
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
