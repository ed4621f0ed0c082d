package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.PluginCall;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that a model's shards are the parameters of its blueprint, each once. */
record ShardCheck(ModelReference target, ModelBlueprint blueprint, PluginCall call) {

    /** Throws the exception of a broken contract where they are not. */
    void check(List<List<ParameterSpec>> shards) {
        if (shards.equals(List.of(blueprint.parameters()))) {
            return;
        }
        Map<String, ParameterSpec> missing = new HashMap<>();
        blueprint.parameters().forEach(spec -> missing.put(spec.name(), spec));
        Map<String, ParameterSpec> all = Map.copyOf(missing);
        for (List<ParameterSpec> shard : shards) {
            for (ParameterSpec spec : shard) {
                if (!spec.equals(all.get(spec.name()))) {
                    throw broken("the shards have %s, which is not a parameter of".formatted(spec));
                }
                if (missing.remove(spec.name()) == null) {
                    throw broken("'%s' is in more than one shard of".formatted(spec.name()));
                }
            }
        }
        blueprint.parameters().stream()
                .filter(spec -> missing.containsKey(spec.name()))
                .findFirst()
                .ifPresent(
                        spec -> {
                            throw broken("'%s' is in no shard of".formatted(spec.name()));
                        });
    }

    private RuntimeException broken(String how) {
        return call.broken(how + " " + CompanionSettings.describe(target));
    }
}
