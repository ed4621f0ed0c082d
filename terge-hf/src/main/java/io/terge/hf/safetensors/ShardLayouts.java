package io.terge.hf.safetensors;

import io.terge.files.output.Shards;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The layouts of the files that a model from elsewhere is written into. */
public final class ShardLayouts {

    /** Readers refuse files that do not say which library they are for. */
    private static final String DEFAULT_FORMAT = "pt";

    /** A character that is escaped. */
    private static final int LONGEST_ESCAPE = 6;

    private static final int LONGEST_NUMBER = 21;

    /** What is said of a parameter beside its name, its type and its dimensions. */
    private static final int LONGEST_NUMBERS = 100;

    private ShardLayouts() {}

    /**
     * Returns one layout for each shard. Every file has all texts, and the ties of its own
     * parameters.
     *
     * @param blueprint the model
     * @param shards which of its parameters are in which file
     * @throws io.terge.error.TergeException if the format cannot hold such a model
     */
    public static List<SafetensorsLayout> of(
            ModelBlueprint blueprint, List<List<ParameterSpec>> shards) {
        Map<String, String> texts = checkedTexts(blueprint);
        TieStorage ties = TieStorage.of(blueprint);
        List<SafetensorsLayout> layouts =
                shards.stream()
                        .map(
                                shard ->
                                        SafetensorsLayout.of(
                                                shard,
                                                with(texts, ties.texts(), shard),
                                                of(shard, ties.copies())))
                        .toList();
        layouts.forEach(WritableCheck::size);
        return layouts;
    }

    /**
     * Checks that the format can hold a model, without making layouts that are surely not too
     * large.
     *
     * @throws io.terge.error.TergeException if it cannot
     */
    public static void check(ModelBlueprint blueprint, List<List<ParameterSpec>> shards) {
        Map<String, String> texts = checkedTexts(blueprint);
        long most = LONGEST_NUMBERS + longest(texts) + longest(blueprint.ties());
        for (List<ParameterSpec> shard : shards) {
            for (ParameterSpec spec : shard) {
                most += longest(spec);
            }
        }
        if (most > SafetensorsHeader.MAX_BYTES || !blueprint.ties().isEmpty()) {
            of(blueprint, shards);
        }
    }

    private static Map<String, String> checkedTexts(ModelBlueprint blueprint) {
        WritableCheck.names(blueprint);
        Map<String, String> texts = texts(blueprint);
        WritableCheck.texts(texts);
        WritableCheck.texts(blueprint.ties());
        return texts;
    }

    private static long longest(Map<String, String> texts) {
        return texts.entrySet().stream()
                .mapToLong(text -> longest(text.getKey()) + longest(text.getValue()) + 2)
                .sum();
    }

    private static long longest(ParameterSpec spec) {
        return LONGEST_NUMBERS
                + (long) LONGEST_NUMBER * spec.shape().rank()
                + longest(spec.name())
                + longest(spec.dtype().name());
    }

    private static long longest(String text) {
        return 2 + (long) LONGEST_ESCAPE * text.length();
    }

    /** The donor's texts without those that would tie a name to a parameter of this model. */
    private static Map<String, String> texts(ModelBlueprint blueprint) {
        Set<String> names = new HashSet<>(blueprint.ties().keySet());
        if (!Set.of(TieTexts.FORMAT).containsAll(blueprint.metadata().keySet())) {
            blueprint.parameters().forEach(parameter -> names.add(parameter.name()));
        }
        SortedMap<String, String> texts = TieTexts.others(blueprint.metadata(), names);
        texts.putIfAbsent(TieTexts.FORMAT, DEFAULT_FORMAT);
        return texts;
    }

    /**
     * Divides a model into shards, each with the other names of its parameters.
     *
     * @param blueprint the model
     */
    public static List<List<ParameterSpec>> divided(ModelBlueprint blueprint) {
        return Shards.filled(blueprint, TieStorage.of(blueprint).size());
    }

    private static SortedMap<String, String> with(
            Map<String, String> texts, Map<String, String> ties, List<ParameterSpec> shard) {
        SortedMap<String, String> all = new TreeMap<>(texts);
        all.putAll(of(shard, ties));
        return all;
    }

    /** The ties to parameters of a shard. */
    private static SortedMap<String, String> of(
            List<ParameterSpec> shard, Map<String, String> ties) {
        if (ties.isEmpty()) {
            return Collections.emptySortedMap();
        }
        Set<String> here = shard.stream().map(ParameterSpec::name).collect(Collectors.toSet());
        SortedMap<String, String> all = new TreeMap<>(ties);
        all.values().removeIf(other -> !here.contains(other));
        return all;
    }
}
