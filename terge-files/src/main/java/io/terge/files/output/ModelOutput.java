package io.terge.files.output;

import io.terge.files.staging.OutputTarget;
import io.terge.spi.format.ModelSink;

import java.io.IOException;

/**
 * Starts models that are written into files. What is returned keeps the whole contract of {@link
 * ModelSink}: any order, any number of threads, nothing to be seen at the target before the commit,
 * which fails with {@link IllegalStateException} unless as many bytes were written as the
 * parameters have. Where starting fails, nothing stays but the directories above the target.
 *
 * @since 0.1
 */
public final class ModelOutput {

    private ModelOutput() {}

    /**
     * Starts a model of one file, which is complete with its last weight.
     *
     * @param target a target of one file
     * @param overwrite whether what is there may be replaced
     * @param layout the bytes in front, and where each parameter goes
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(OutputTarget target, boolean overwrite, FileLayout layout)
            throws IOException {
        return file(target, overwrite, layout, file -> {});
    }

    /**
     * Starts a model of one file.
     *
     * @param target a target of one file
     * @param overwrite whether what is there may be replaced
     * @param layout the first bytes, and where each parameter goes
     * @param completion writes the rest, in the commit
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink file(
            OutputTarget target, boolean overwrite, FileLayout layout, FileCompletion completion)
            throws IOException {
        return new SinkFactory(FileOpener.ofFiles()).file(target, overwrite, layout, completion);
    }

    /**
     * Starts a model of many files.
     *
     * @param target a target of a directory
     * @param overwrite whether what is there may be replaced
     * @param filling makes the files
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if it cannot be written
     */
    public static ModelSink directory(
            OutputTarget target, boolean overwrite, DirectoryFilling filling) throws IOException {
        return new SinkFactory(FileOpener.ofFiles()).directory(target, overwrite, filling);
    }
}
