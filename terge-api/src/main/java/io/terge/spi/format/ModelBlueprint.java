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
 * All that will be in a model that is to be written, but for the numbers. Immutable.
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
    private final OptionalLong shardSize;
    private final boolean overwrite;

    private ModelBlueprint(Draft draft) {
        parameters = List.copyOf(draft.parameters);
        ties = Map.copyOf(draft.ties);
        metadata = Map.copyOf(draft.metadata);
        donor = requireNonNull(draft.donor, "donor");
        companions = List.copyOf(draft.companions);
        changes = requireNonNull(draft.changes, "changes");
        shardSize = requireNonNull(draft.shardSize, "shardSize");
        overwrite = draft.overwrite;
    }

    /** Returns the blueprint of a new model of these parameters and nothing else. */
    public static ModelBlueprint of(List<ParameterSpec> parameters) {
        Draft draft = new Draft();
        draft.parameters = parameters;
        return new ModelBlueprint(draft);
    }

    /** Every parameter whose numbers will be written, each name once, in the output's order. */
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /**
     * Further names of {@link #parameters()}: the name of the parameter by the other name. Their
     * numbers are not written again: the format keeps them as it can, or leaves them out.
     */
    public Map<String, String> ties() {
        return ties;
    }

    /** Texts to keep beside the parameters. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The model that metadata and companions come from. */
    public Optional<ModelReference> donor() {
        return donor;
    }

    /** Files to copy; a format of a single file has no place for them. */
    public List<Companion> companions() {
        return companions;
    }

    /** In what the model differs from its donor: the format edits its own configuration. */
    public ModelChanges changes() {
        return changes;
    }

    /** The most bytes of weights in one file of several; empty for no limit. */
    public OptionalLong shardSize() {
        return shardSize;
    }

    /** Whether a model that already exists at the target is replaced. */
    public boolean overwrite() {
        return overwrite;
    }

    /** This blueprint with further names of its parameters. */
    public ModelBlueprint withTies(Map<String, String> ties) {
        return with(draft -> draft.ties = ties);
    }

    /** This blueprint with texts. */
    public ModelBlueprint withMetadata(Map<String, String> texts) {
        return with(draft -> draft.metadata = texts);
    }

    /**
     * This blueprint with files to copy.
     *
     * @param donor the model that they come from
     * @param files the files
     * @param changes in what the new model differs from it
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

    /** This blueprint of a model in files of at most so many bytes of weights. */
    public ModelBlueprint withShardSize(OptionalLong bytes) {
        return with(draft -> draft.shardSize = bytes);
    }

    /** This blueprint of a model that replaces what already exists at the target, or does not. */
    public ModelBlueprint withOverwriting(boolean whether) {
        return with(draft -> draft.overwrite = whether);
    }

    private ModelBlueprint with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.parameters = parameters;
        draft.ties = ties;
        draft.metadata = metadata;
        draft.donor = donor;
        draft.companions = companions;
        draft.changes = changes;
        draft.shardSize = shardSize;
        draft.overwrite = overwrite;
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
        private OptionalLong shardSize = OptionalLong.empty();
        private boolean overwrite;
    }
}
