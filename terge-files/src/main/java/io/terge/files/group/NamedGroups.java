package io.terge.files.group;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups that names and types tell, for the {@code groups()} of a source.
 *
 * @since 0.1
 */
public final class NamedGroups {

    private NamedGroups() {}

    /**
     * Finds packed weights with what belongs to them, and low-rank updates. A scale is part of a
     * group only beside a weight of a packed type: integers, eight bits or less. All other
     * parameters are ordinary numbers, whatever their names.
     *
     * @param parameters all parameters of a model, in all of its files
     */
    public static List<ParameterGroup> of(List<ParameterSpec> parameters) {
        List<ParameterGroup> groups = new ArrayList<>(PackedWeights.in(parameters));
        groups.addAll(LowRankUpdates.in(parameters));
        return List.copyOf(groups);
    }
}
