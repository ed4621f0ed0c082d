package io.terge.recipes.own;

import io.terge.api.Layout;
import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code layers}: the layers of the output as slices of the models' layers.
 *
 * @param names the models
 * @param problems told of what is wrong
 */
record LayersReader(ModelNames names, Problems problems) {

    static final String LAYERS = "layers";

    private static final String FROM = "from";
    private static final String RANGE =
            "the first layer and the one after the last, such as [0, 8]";

    /** Reads all slices; nothing if one is wrong. */
    Optional<Layout> read(Node node) {
        Values values = new Values(problems);
        List<Node> items = values.items(node, LAYERS, "a list of slices");
        List<Layout.Slice> slices = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String path = LAYERS + "." + i;
            values.mapping(items.get(i), path, "a mapping with 'from'")
                    .flatMap(fields -> slice(new Section(fields, path, problems)))
                    .ifPresent(slices::add);
        }
        return slices.isEmpty() ? Optional.empty() : Optional.of(new Layout.Slices(slices));
    }

    private Optional<Layout.Slice> slice(Section section) {
        List<Layout.Source> sources =
                section.required(FROM)
                        .map(node -> sources(node, section.path(FROM)))
                        .orElse(List.of());
        Optional<ModelScope> base =
                section.text(ModelNames.BASE)
                        .flatMap(name -> names.one(name, section.place(), problems));
        List<Setting> settings = new ArrayList<>(RulesReader.ofSlice(names, problems, section));
        settings.addAll(new SettingsReader(names, problems).read(section, ModelNames.ALL));
        section.end();
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Layout.Slice(sources, base, settings));
    }

    private List<Layout.Source> sources(Node node, String what) {
        List<Node> items =
                node instanceof Node.Fields
                        ? List.of(node)
                        : new Values(problems).items(node, what, "a list of models and layers");
        List<Layout.Source> sources = new ArrayList<>();
        for (Node item : items) {
            new Values(problems)
                    .mapping(item, what, "a list of mappings with 'model' and 'layers'")
                    .flatMap(fields -> source(new Section(fields, what, problems)))
                    .ifPresent(sources::add);
        }
        long sizes = sources.stream().map(one -> one.end() - one.first()).distinct().count();
        if (sizes > 1) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    node.place(),
                    "'%s': the models must give the same number of layers, but give %s"
                            .formatted(what, counts(sources)));
        }
        return sources;
    }

    private static String counts(List<Layout.Source> sources) {
        List<String> counts =
                sources.stream().map(one -> Integer.toString(one.end() - one.first())).toList();
        return String.join(", ", counts.subList(0, counts.size() - 1)) + " and " + counts.getLast();
    }

    private Optional<Layout.Source> source(Section section) {
        Values values = new Values(problems);
        Optional<ModelScope> model =
                section.required("model")
                        .flatMap(
                                node ->
                                        values.text(node, section.path("model"))
                                                .flatMap(
                                                        name ->
                                                                names.one(
                                                                        name,
                                                                        node.place(),
                                                                        problems)));
        Optional<List<Integer>> range =
                section.required(LAYERS).flatMap(node -> range(node, section.path(LAYERS)));
        section.end();
        return model.flatMap(
                from -> range.map(at -> new Layout.Source(from, at.getFirst(), at.getLast())));
    }

    private Optional<List<Integer>> range(Node node, String what) {
        if (node instanceof Node.Items items && items.values().size() == 2) {
            List<Integer> ends =
                    items.values().stream().flatMap(end -> layer(end).stream()).toList();
            if (ends.size() == 2 && ends.getFirst() < ends.getLast()) {
                return Optional.of(ends);
            }
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    node.place(),
                    "'%s' must be %s; these are not ascending whole numbers"
                            .formatted(what, RANGE));
            return Optional.empty();
        }
        problems.unexpected(node, what, RANGE);
        return Optional.empty();
    }

    private static Optional<Integer> layer(Node node) {
        return node instanceof Node.Scalar(String text, boolean isQuoted, var _)
                        && !isQuoted
                        && text.matches("\\d{1,9}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }
}
