package io.terge.spi.format;

import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/**
 * Writes models of one format. Used by several merges on several threads at once.
 *
 * @since 0.1
 */
public interface ModelWriter {

    /**
     * Decides whether a model written to the target would have this format, judging by the target
     * only.
     */
    Claim claims(ModelReference target);

    /**
     * Describes the targets that this writer claims, for the message about a target that no writer
     * claims, e.g. {@code "NAME.safetensors"}. Empty, the default, for a writer that does not
     * belong in that list, such as one of objects in memory.
     */
    default String targets() {
        return "";
    }

    /**
     * The names of the settings that this writer understands in a target; empty, the default, if it
     * has none. A target that has another setting is rejected.
     */
    default List<String> settings() {
        return List.of();
    }

    /**
     * Checks in planning, without writing anything, whether {@link #create} could succeed: the
     * target does not exist or may be overwritten, and its parent is writable.
     *
     * @param target a target that this writer claims, or for which the user chose its adapter
     * @param overwrite whether an existing model may be replaced
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if the target cannot be examined
     */
    default void check(ModelReference target, boolean overwrite) throws IOException {}

    /**
     * Whether {@link #create} can keep the model that it replaces; see {@link
     * ModelBlueprint#backup}. The default is {@code false}: a request for it is rejected.
     */
    default boolean keepsBackups() {
        return false;
    }

    /**
     * Decides how a model is divided into shards. Called in planning. The default is one shard with
     * all parameters.
     *
     * @param target a target that {@link #check} has accepted
     * @param blueprint the contents of the model
     * @return the parameters of each shard, in order; together they are those of the blueprint
     * @throws io.terge.error.TergeException if the format cannot store such a model, or not in
     *     shards of the requested size
     * @throws IOException if what the output depends on, such as its donor, cannot be read
     */
    default List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        return List.of(blueprint.parameters());
    }

    /**
     * As {@link #shards(ModelReference, ModelBlueprint)}, with a context. This is what the engine
     * calls; override it if models of this format consist of models of other formats.
     *
     * @param context finds the writers of other models
     */
    default List<List<ParameterSpec>> shards(
            ModelReference target, ModelBlueprint blueprint, WriterContext context)
            throws IOException {
        return shards(target, blueprint);
    }

    /**
     * Returns which companions of a blueprint {@link #create} writes. Called in planning, after
     * {@link #shards}. The default is none.
     *
     * @param target a target that {@link #check} has accepted
     * @param blueprint the contents of the model
     * @throws IOException if a companion or the target cannot be examined
     */
    default CompanionFiles companions(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        return CompanionFiles.none();
    }

    /**
     * Starts to write a model. The target must not change before {@link ModelSink#commit()}. In an
     * in-place merge the target is also an open model: its tensors are read until then, and its
     * source is closed afterwards.
     *
     * @param target a target that this writer claims, or for which the user chose its adapter
     * @param blueprint the contents of the model
     * @throws io.terge.error.TergeException if the target must not be written, or the format cannot
     *     store such a model
     * @throws IOException if it cannot be written
     */
    ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException;

    /**
     * As {@link #create(ModelReference, ModelBlueprint)}, with a context. This is what the engine
     * calls; override it if models of this format consist of models of other formats.
     *
     * @param context finds the writers of other models
     */
    default ModelSink create(ModelReference target, ModelBlueprint blueprint, WriterContext context)
            throws IOException {
        return create(target, blueprint);
    }
}
