package io.terge.files.output;

import io.terge.files.staging.OutputTarget;
import io.terge.spi.format.ModelSink;

import java.io.IOException;

/**
 * Creates sinks that write models to files. They fulfil the contract of {@link ModelSink}: writes
 * in any order on any number of threads, and no change of the target before the commit. The commit
 * throws {@link IllegalStateException} unless all bytes of all parameters have been written. If
 * creating a sink fails, nothing remains except created parent directories of the target.
 *
 * @since 0.1
 */
public final class ModelOutput {

    private ModelOutput() {}

    /**
     * Starts to write a single-file model without a completion.
     *
     * @param target a file target
     * @param overwrite whether an existing model may be replaced
     * @param layout the bytes before the weights, and the position of each parameter
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(OutputTarget target, boolean overwrite, FileLayout layout)
            throws IOException {
        return file(target, overwrite, layout, file -> {});
    }

    /**
     * Starts to write a single-file model.
     *
     * @param target a file target
     * @param overwrite whether an existing model may be replaced
     * @param layout the bytes before the weights, and the position of each parameter
     * @param completion completes the file in the commit
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(
            OutputTarget target, boolean overwrite, FileLayout layout, FileCompletion completion)
            throws IOException {
        return new SinkFactory(FileOpener.ofFiles()).file(target, overwrite, layout, completion);
    }

    /**
     * Starts to write a model in a directory.
     *
     * @param target a directory target
     * @param overwrite whether an existing model may be replaced
     * @param filling creates the files
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink directory(
            OutputTarget target, boolean overwrite, DirectoryFilling filling) throws IOException {
        return new SinkFactory(FileOpener.ofFiles()).directory(target, overwrite, filling);
    }
}
