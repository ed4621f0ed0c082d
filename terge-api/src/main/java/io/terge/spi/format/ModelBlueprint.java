package io.terge.spi.format;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The contents of a model to be written, except for the tensor data. Immutable.
 *
 * @since 0.1
 */
public final class ModelBlueprint {

    private final List<ParameterSpec> parameters;
    private final Map<String, String> ties;
    private final Map<String, String> metadata;
    private final Optional<ModelReference> donor;
    private final List<Companion> companions;
    private final ModelChanges changes;
    private final Optional<MergeSummary> summary;
    private final Optional<String> recipe;
    private final OptionalLong shardSize;
    private final boolean overwrite;
    private final boolean backup;

    private ModelBlueprint(Draft draft) {
        parameters = List.copyOf(draft.parameters);
        ties = Map.copyOf(draft.ties);
        metadata = Map.copyOf(draft.metadata);
        donor = requireNonNull(draft.donor, "donor");
        companions = List.copyOf(draft.companions);
        changes = requireNonNull(draft.changes, "changes");
        summary = requireNonNull(draft.summary, "summary");
        recipe = requireNonNull(draft.recipe, "recipe");
        shardSize = requireNonNull(draft.shardSize, "shardSize");
        overwrite = draft.overwrite;
        backup = draft.backup;
    }

    /** Returns the blueprint of a new model with these parameters and nothing else. */
    public static ModelBlueprint of(List<ParameterSpec> parameters) {
        Draft draft = new Draft();
        draft.parameters = parameters;
        return new ModelBlueprint(draft);
    }

    /** The parameters that will be written, with distinct names, in the output's order. */
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /**
     * Further names of {@link #parameters()}: from the additional name to the parameter's name.
     * Their data is not written again; a format that cannot store them leaves them out.
     */
    public Map<String, String> ties() {
        return ties;
    }

    /** Texts to store with the parameters. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The model that metadata and companions come from. */
    public Optional<ModelReference> donor() {
        return donor;
    }

    /** Files to copy; a single-file format ignores them. */
    public List<Companion> companions() {
        return companions;
    }

    /** How the model differs from its donor, for the format to edit its configuration. */
    public ModelChanges changes() {
        return changes;
    }

    /** How the model was merged; empty if it was not, as by a conversion. */
    public Optional<MergeSummary> summary() {
        return summary;
    }

    /**
     * What the model was made from, as text to be kept with it: YAML, with paths that start at the
     * model. Empty if that is not known.
     */
    public Optional<String> recipe() {
        return recipe;
    }

    /** The maximum number of bytes of weights in one shard; empty for no limit. */
    public OptionalLong shardSize() {
        return shardSize;
    }

    /** Whether an existing model at the target may be replaced. */
    public boolean overwrite() {
        return overwrite;
    }

    /**
     * Whether the model that is replaced is kept beside the target; only if {@link
     * ModelWriter#keepsBackups}.
     */
    public boolean backup() {
        return backup;
    }

    /** Returns this blueprint with further names of its parameters. */
    public ModelBlueprint withTies(Map<String, String> ties) {
        return with(draft -> draft.ties = ties);
    }

    /** Returns this blueprint with these texts. */
    public ModelBlueprint withMetadata(Map<String, String> texts) {
        return with(draft -> draft.metadata = texts);
    }

    /**
     * Returns this blueprint with files to copy.
     *
     * @param donor the model that they come from
     * @param files the files
     * @param changes how the new model differs from the donor
     */
    public ModelBlueprint withCompanions(
            ModelReference donor, List<Companion> files, ModelChanges changes) {
        return with(
                draft -> {
                    draft.donor = Optional.of(donor);
                    draft.companions = files;
                    draft.changes = changes;
                });
    }

    /** Returns this blueprint with how the model was merged. */
    public ModelBlueprint withSummary(Optional<MergeSummary> merge) {
        return with(draft -> draft.summary = merge);
    }

    /** Returns this blueprint with what the model was made from. */
    public ModelBlueprint withRecipe(Optional<String> text) {
        return with(draft -> draft.recipe = text);
    }

    /** Returns this blueprint with a maximum number of bytes of weights in one shard. */
    public ModelBlueprint withShardSize(OptionalLong bytes) {
        return with(draft -> draft.shardSize = bytes);
    }

    /**
     * Returns this blueprint with permission to replace an existing model at the target, or
     * without.
     */
    public ModelBlueprint withOverwriting(boolean whether) {
        return with(draft -> draft.overwrite = whether);
    }

    /** Returns this blueprint with the replaced model kept, or not. */
    public ModelBlueprint withBackup(boolean whether) {
        return with(draft -> draft.backup = whether);
    }

    private ModelBlueprint with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.parameters = parameters;
        draft.ties = ties;
        draft.metadata = metadata;
        draft.donor = donor;
        draft.companions = companions;
        draft.changes = changes;
        draft.summary = summary;
        draft.recipe = recipe;
        draft.shardSize = shardSize;
        draft.overwrite = overwrite;
        draft.backup = backup;
        change.accept(draft);
        return new ModelBlueprint(draft);
    }

    private static final class Draft {

        private List<ParameterSpec> parameters = List.of();
        private Map<String, String> ties = Map.of();
        private Map<String, String> metadata = Map.of();
        private Optional<ModelReference> donor = Optional.empty();
        private List<Companion> companions = List.of();
        private ModelChanges changes = ModelChanges.none();
        private Optional<MergeSummary> summary = Optional.empty();
        private Optional<String> recipe = Optional.empty();
        private OptionalLong shardSize = OptionalLong.empty();
        private boolean overwrite;
        private boolean backup;
    }
}
