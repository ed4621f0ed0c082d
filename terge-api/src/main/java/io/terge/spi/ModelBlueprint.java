package io.terge.spi;

import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All that will be in a model that is to be written, but for the numbers.
 *
 * @param parameters every parameter, each name once, in the order of the base
 * @param metadata texts to keep beside the parameters
 * @param companions files to copy; a format of a single file has no place for them
 * @param shardSize the most bytes of weights in one file of several; empty for no limit
 * @param overwrite whether a model that is there already is replaced
 * @since 0.1
 */
public record ModelBlueprint(
        List<ParameterSpec> parameters,
        Map<String, String> metadata,
        List<CompanionFile> companions,
        OptionalLong shardSize,
        boolean overwrite) {

    /** Copies the collections. */
    public ModelBlueprint {
        parameters = List.copyOf(parameters);
        metadata = Map.copyOf(metadata);
        companions = List.copyOf(companions);
    }

    /** Returns the blueprint of a new model of these parameters and nothing else. */
    public static ModelBlueprint of(List<ParameterSpec> parameters) {
        return new ModelBlueprint(parameters, Map.of(), List.of(), OptionalLong.empty(), false);
    }
}
