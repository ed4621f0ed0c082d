package io.terge.spi.format;

import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/**
 * Writes models of a format. A part of {@link ModelAdapter}; used on several threads at once.
 *
 * @since 0.1
 */
public interface ModelWriter {

    /**
     * Whether a model of this format would be written to the target, judged by the target alone.
     */
    Claim claims(ModelReference target);

    /**
     * Checks, without writing anything, that {@link #create} could start: the output does not exist
     * or may be overwritten, its parent can be written to.
     *
     * @param target one that this writer claims, or that the user has it write
     * @param overwrite whether what is there may be replaced
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if that cannot be found out
     */
    default void check(ModelReference target, boolean overwrite) throws IOException {}

    /**
     * Decides how a model is divided into files. Called in planning. The default is one file, with
     * all parameters.
     *
     * @param blueprint all that will be in the model
     * @return the parameters of each shard, in order; together, those of the blueprint
     * @throws io.terge.error.TergeException if the format cannot hold such a model, or not in
     *     shards of the size that is asked for
     */
    default List<List<ParameterSpec>> shards(ModelBlueprint blueprint) {
        return List.of(blueprint.parameters());
    }

    /**
     * Starts a model. Nothing is to be seen at the target until {@link ModelSink#commit()}. In a
     * merge in place the target is also one of the models that are open: its tensors are read until
     * then, and its source is closed after it.
     *
     * @param target one that this writer claims, or that the user has it write
     * @param blueprint all that will be in the model
     * @throws io.terge.error.TergeException if the target must not be written, or such a model
     *     cannot be
     * @throws IOException if it cannot be written
     */
    ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException;
}
