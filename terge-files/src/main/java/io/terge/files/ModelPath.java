package io.terge.files;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import java.nio.file.Path;

/**
 * Gets the paths of references. File formats claim only paths, but a user may choose the adapter
 * for any reference.
 *
 * @since 0.1
 */
public final class ModelPath {

    private ModelPath() {}

    /**
     * Returns the path of a model to open.
     *
     * @throws TergeException with {@link TergeCode#MODEL_NOT_RECOGNIZED} if it is not a path
     */
    public static Path ofModel(ModelReference model) {
        return of(model, TergeCode.MODEL_NOT_RECOGNIZED);
    }

    /**
     * Returns the path of a model to write.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if it is not a path
     */
    public static Path ofTarget(ModelReference target) {
        return of(target, TergeCode.OUTPUT_NOT_SUPPORTED);
    }

    private static Path of(ModelReference reference, TergeCode code) {
        return reference.path().orElseThrow(() -> noPath(reference, code));
    }

    private static TergeException noPath(ModelReference reference, TergeCode code) {
        return new TergeException(
                Problem.of(
                        code,
                        Quoted.of(reference.describe())
                                + " is not the path of a file or directory"));
    }
}
