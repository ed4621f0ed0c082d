package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads what models and slices a recipe lists.
 *
 * @param references reads the names of models
 * @param levels reads parameters
 * @param problems told of what is wrong
 */
record PartReader(ReferenceReader references, LevelReader levels, Problems problems) {

    static final String MODELS = "models";
    static final String SLICES = "slices";
    static final String BASE_MODEL = "base_model";

    private static final String MODEL = "model";
    private static final String SOURCES = "sources";
    private static final String RANGE = "layer_range";
    private static final String RESIDUAL = "residual_weight";

    /**
     * Reads the models or slices of a mapping; none if any of them cannot be read.
     *
     * @param key {@link #MODELS} or {@link #SLICES}
     */
    List<Part> read(Mapping mapping, String key) {
        List<Node> items = mapping.items(key);
        if (key.equals(SLICES)) {
            List<Part> slices = slices(items);
            return slices.size() == items.size() ? slices : List.of();
        }
        List<Source> sources = models(items);
        return items.isEmpty() || sources.size() < items.size()
                ? List.of()
                : List.of(
                        new Part(sources, Optional.empty(), Level.empty(), mapping.place(MODELS)));
    }

    private List<Source> models(List<Node> items) {
        List<Source> sources = new ArrayList<>();
        for (Node item : items) {
            Mapping.of(item, "models[%d]".formatted(items.indexOf(item)), problems)
                    .map(model -> model.allow(List.of(MODEL, LevelReader.PARAMETERS)))
                    .flatMap(model -> source(sources.size(), model, Optional.empty()))
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private List<Part> slices(List<Node> items) {
        List<Part> slices = new ArrayList<>();
        for (Node item : items) {
            Mapping.of(item, "slices[%d]".formatted(items.indexOf(item)), problems)
                    .map(
                            slice ->
                                    slice.allow(
                                                    List.of(
                                                            SOURCES,
                                                            BASE_MODEL,
                                                            LevelReader.PARAMETERS,
                                                            RESIDUAL))
                                            .ignore(RESIDUAL))
                    .flatMap(this::slice)
                    .ifPresent(slices::add);
        }
        return slices;
    }

    /** Reads {@code base_model}. */
    Optional<Reference> base(Mapping mapping) {
        return mapping.find(BASE_MODEL).flatMap(node -> references.read(node, BASE_MODEL));
    }

    private Optional<Part> slice(Mapping slice) {
        slice.require(SOURCES);
        List<Node> items = slice.items(SOURCES);
        List<Source> sources = new ArrayList<>();
        for (Node item : items) {
            Mapping.of(item, "sources[%d]".formatted(items.indexOf(item)), problems)
                    .map(source -> source.allow(List.of(MODEL, RANGE, LevelReader.PARAMETERS)))
                    .flatMap(
                            source ->
                                    range(source)
                                            .flatMap(
                                                    range ->
                                                            source(
                                                                    sources.size(),
                                                                    source,
                                                                    Optional.of(range))))
                    .ifPresent(sources::add);
        }
        Part part = new Part(sources, base(slice), levels.read(slice), slice.node().place());
        boolean isWhole = sources.size() == items.size() && haveSameLength(sources);
        if (slice.find(SOURCES).isPresent() && items.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    slice.place(SOURCES),
                    "A slice must have at least one source");
        }
        return isWhole && !sources.isEmpty() ? Optional.of(part) : Optional.empty();
    }

    private boolean haveSameLength(List<Source> sources) {
        int expected = sources.isEmpty() ? 0 : count(sources.getFirst());
        for (Source source : sources) {
            if (count(source) != expected) {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        source.place(),
                        "This source has %d layers, but the first of the slice has %d"
                                .formatted(count(source), expected),
                        "give all sources of a slice the same number of layers");
                return false;
            }
        }
        return true;
    }

    private static int count(Source source) {
        return source.layers().map(Source.Layers::count).orElse(0);
    }

    private Optional<Source> source(int number, Mapping mapping, Optional<Source.Layers> layers) {
        Level level = levels.read(mapping);
        Place place = mapping.node().place();
        return mapping.require(MODEL)
                .flatMap(node -> references.read(node, MODEL))
                .map(model -> new Source(number, model, layers, level, place));
    }

    private Optional<Source.Layers> range(Mapping source) {
        Optional<Node> node = source.require(RANGE);
        List<Integer> numbers = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof Node.Items items) {
            items.values().forEach(item -> whole(item).ifPresent(numbers::add));
            if (items.values().size() == 2
                    && numbers.size() == 2
                    && numbers.getFirst() >= 0
                    && numbers.getFirst() < numbers.getLast()) {
                return Optional.of(new Source.Layers(numbers.getFirst(), numbers.getLast()));
            }
        }
        node.ifPresent(
                wrong ->
                        problems.add(
                                RecipeCode.RECIPE_INVALID_VALUE,
                                wrong.place(),
                                "'%s' must be two whole numbers: the first layer, from 0,"
                                                .formatted(RANGE)
                                        + " and the layer after the last"));
        return Optional.empty();
    }

    private static Optional<Integer> whole(Node node) {
        OptionalDouble number =
                node instanceof Node.Scalar scalar ? Numbers.of(scalar) : OptionalDouble.empty();
        return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
                ? Optional.of((int) number.getAsDouble())
                : Optional.empty();
    }
}
