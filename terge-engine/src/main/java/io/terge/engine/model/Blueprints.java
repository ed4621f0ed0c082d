package io.terge.engine.model;

import io.terge.api.Action;
import io.terge.api.LayerPattern;
import io.terge.api.ParameterPlan;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** Makes the blueprint of an output: the same one in planning and in running a plan. */
public final class Blueprints {

    private Blueprints() {}

    /**
     * Returns the blueprint of an output.
     *
     * @param parameters what is done to each parameter, in the output's order
     * @param layers how names number layers
     * @param donor the place of the model that metadata and companions come from
     * @param models what the headers of the model at a place say
     * @param dtype the type that all floating parameters were asked to have
     * @param shardSize the most bytes of weights in one file
     * @param overwrite whether a model at the target is replaced
     * @param backup whether that model is kept beside the target
     */
    public static ModelBlueprint of(
            List<ParameterPlan> parameters,
            Optional<LayerPattern> layers,
            int donor,
            IntFunction<ModelHeaders> models,
            Optional<DType> dtype,
            OptionalLong shardSize,
            boolean overwrite,
            boolean backup) {
        List<ParameterSpec> written = new ArrayList<>();
        Map<String, String> ties = new LinkedHashMap<>();
        for (ParameterPlan parameter : parameters) {
            if (parameter.action() instanceof Action.Tied(String to)) {
                ties.put(parameter.output().name(), to);
            } else {
                written.add(parameter.output());
            }
        }
        ModelHeaders from = models.apply(donor);
        ModelChanges changes = changes(parameters, layers, from, models, dtype);
        return ModelBlueprint.of(written)
                .withTies(ties)
                .withMetadata(from.metadata())
                .withCompanions(from.donor().reference(), from.companions(), changes)
                .withSummary(new MergeSummaries(models, donor).of(parameters))
                .withShardSize(shardSize)
                .withOverwriting(overwrite)
                .withBackup(backup);
    }

    /** How an output differs from what the companions of its base belong to. */
    static ModelChanges changes(
            List<ParameterPlan> parameters,
            Optional<LayerPattern> layers,
            ModelHeaders base,
            IntFunction<ModelHeaders> models,
            Optional<DType> dtype) {
        ModelChanges before = base.donor().changes();
        ModelChanges changes = dtype.map(before::withDtype).orElse(before);
        changes = new LayerChange(LayerNames.of(layers), base).in(parameters, changes);
        return new AliasUse(models).separates(parameters, base)
                ? changes.withSeparateAliases()
                : changes;
    }
}
