package io.terge.hf.directory;

import java.util.regex.Pattern;

/** The names that a model directory gives to its weights. */
final class WeightNames {

    /** All weights in one file. */
    static final String SINGLE = "model.safetensors";

    /** Which parameter is in which shard. */
    static final String INDEX = "model.safetensors.index.json";

    private static final Pattern SHARD = Pattern.compile("model-\\d{5,}-of-\\d{5,}\\.safetensors");

    private WeightNames() {}

    /** The name of one of several shards; they are counted from 1. */
    static String shard(int number, int count) {
        return "model-%05d-of-%05d.safetensors".formatted(number, count);
    }

    /** Whether a file of this name, directly in a model directory, is part of its weights. */
    static boolean belong(String name) {
        return name.equals(SINGLE) || name.equals(INDEX) || SHARD.matcher(name).matches();
    }
}
