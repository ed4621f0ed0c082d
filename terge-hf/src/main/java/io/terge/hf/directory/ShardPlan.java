package io.terge.hf.directory;

import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Decides which parameters go into which file of a directory. */
final class ShardPlan {

    private ShardPlan() {}

    /**
     * Fills one file after the other, in the order of the parameters. A parameter that is larger
     * than the limit gets a file of its own.
     *
     * @param parameters all parameters
     * @param limit the most bytes of weights in a file; empty for no limit
     * @return parameters by file name
     */
    static Map<String, List<ParameterSpec>> of(List<ParameterSpec> parameters, OptionalLong limit) {
        List<List<ParameterSpec>> shards = split(parameters, limit.orElse(Long.MAX_VALUE));
        if (shards.size() == 1) {
            return Map.of(WeightNames.SINGLE, shards.getFirst());
        }
        Map<String, List<ParameterSpec>> named = new LinkedHashMap<>();
        for (List<ParameterSpec> shard : shards) {
            named.put(WeightNames.shard(named.size() + 1, shards.size()), shard);
        }
        return named;
    }

    private static List<List<ParameterSpec>> split(List<ParameterSpec> parameters, long limit) {
        List<List<ParameterSpec>> shards = new ArrayList<>();
        List<ParameterSpec> current = new ArrayList<>();
        long room = limit;
        for (ParameterSpec parameter : parameters) {
            if (parameter.byteSize() > room && !current.isEmpty()) {
                shards.add(current);
                current = new ArrayList<>();
                room = limit;
            }
            current.add(parameter);
            room -= parameter.byteSize();
        }
        shards.add(current);
        return shards;
    }
}
