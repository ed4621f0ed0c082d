package io.terge.files.output;

import io.terge.files.DirectoryFormat;
import io.terge.files.staging.OutputTarget;
import io.terge.files.staging.Replacement;
import io.terge.files.staging.StagedOutput;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.nio.file.Files;

/**
 * Starts outputs.
 *
 * @param opener makes their files
 */
record SinkFactory(FileOpener opener) {

    /** Starts a model of one file. */
    ModelSink file(
            OutputTarget target,
            Replacement replacement,
            FileLayout layout,
            FileCompletion completion)
            throws IOException {
        if (target.format().isPresent()) {
            throw new IllegalArgumentException("The target is one of a directory");
        }
        return start(
                target,
                replacement,
                (sink, staged) ->
                        sink.add(WeightFile.create(staged.content(), layout, completion, opener)));
    }

    /** Starts a model of many files. */
    ModelSink directory(OutputTarget target, Replacement replacement, DirectoryFilling filling)
            throws IOException {
        DirectoryFormat format =
                target.format()
                        .orElseThrow(
                                () -> new IllegalArgumentException("The target is one of a file"));
        return start(
                target,
                replacement,
                (sink, staged) -> {
                    Files.createDirectory(staged.content());
                    filling.fill(new DirectoryContent(staged, format, opener, sink));
                });
    }

    private ModelSink start(OutputTarget target, Replacement replacement, Beginning beginning)
            throws IOException {
        StagedOutput staged = StagedOutput.begin(target, replacement);
        FileSink sink = new FileSink(staged);
        try {
            beginning.make(sink, staged);
            return sink;
        } catch (IOException | RuntimeException | Error failure) {
            try {
                sink.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /** Makes the files of an output. */
    @FunctionalInterface
    private interface Beginning {
        void make(FileSink sink, StagedOutput staged) throws IOException;
    }
}
