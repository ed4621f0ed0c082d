package io.terge.recipes.own;

import io.terge.error.Suggestions;
import io.terge.model.ModelReference;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.RecipeFolder;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads models: a path, or a mapping with a path and more.
 *
 * @param folder where paths start
 * @param stages the names of earlier stages, whose outputs are models too
 * @param problems told of what is wrong
 */
record ModelReader(RecipeFolder folder, List<String> stages, Problems problems) {

    static final String MODELS = "models";

    /** How a path that names a stage begins. */
    static final String STAGE = "stage:";

    /** In place of a model that could not be read. */
    private static final ModelReference NONE = new ModelReference.Location("unknown");

    private static final String EXPECTED = "a list of models, or a mapping from names to models";

    /** Reads the models of a merge, in order. */
    List<ModelEntry> readAll(Node node) {
        List<ModelEntry> models = new ArrayList<>();
        switch (node) {
            case Node.Items items -> {
                for (Node each : items.values()) {
                    String path = MODELS + "." + models.size();
                    models.add(read(each, path, "", true));
                }
            }
            case Node.Fields fields -> {
                for (Map.Entry<String, Node.Field> each : fields.fields().entrySet()) {
                    String path = MODELS + "." + each.getKey();
                    checkName(each.getKey(), each.getValue().key());
                    models.add(read(each.getValue().value(), path, each.getKey(), false));
                }
            }
            default -> problems.unexpected(node, MODELS, EXPECTED);
        }
        if (models.isEmpty() && !(node instanceof Node.Scalar)) {
            problems.add(RecipeCode.RECIPE_INVALID_VALUE, node.place(), "'models' lists no model");
        }
        checkDistinct(models);
        return models;
    }

    /** Reads one model. One without a path stays in its place, so that others keep theirs. */
    ModelEntry read(Node node, String path, String name, boolean mayBeNamed) {
        if (node instanceof Node.Fields fields) {
            return read(new Section(fields, path, problems), name, mayBeNamed);
        }
        ModelReference found = reference(node, path).orElse(NONE);
        return new ModelEntry(name, found, Optional.empty(), Optional.empty(), node.place());
    }

    private ModelEntry read(Section section, String name, boolean mayBeNamed) {
        Optional<String> given = mayBeNamed ? section.text("name") : Optional.of(name);
        if (mayBeNamed) {
            given.ifPresent(own -> checkName(own, section.place()));
        }
        ModelReference found =
                section.required("path")
                        .flatMap(path -> reference(path, section.path("path")))
                        .orElse(NONE);
        Optional<String> adapter = section.text("adapter");
        return new ModelEntry(
                given.orElse(""), found, adapter, Optional.of(section), section.place());
    }

    /** Reads the path of a model. */
    Optional<ModelReference> reference(Node node, String what) {
        Values values = new Values(problems);
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            problems.unexpected(node, what, "a path, or a mapping with 'path'");
            return Optional.empty();
        }
        Optional<String> text = values.text(node, what);
        if (text.isPresent() && text.get().startsWith(STAGE)) {
            return stage(text.get(), node.place());
        }
        Optional<ModelReference> model =
                text.flatMap(path -> values.parsed(node, what, folder::resolve));
        model.ifPresent(named -> problems.named(named.describe(), node.place()));
        return model;
    }

    private Optional<ModelReference> stage(String text, Place place) {
        String name = text.substring(STAGE.length());
        if (stages.contains(name)) {
            return Optional.of(new ModelReference.Location(text));
        }
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                place,
                "No earlier stage is named '%s'.%s"
                        .formatted(name, Suggestions.question(name, stages)));
        return Optional.empty();
    }

    private void checkName(String name, Place place) {
        if (!ModelNames.isValid(name)) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    ("The name of a model must start with a letter and consist of letters, digits,"
                                    + " '.', '_' and '-', but was '%s'")
                            .formatted(name));
        }
    }

    private void checkDistinct(List<ModelEntry> models) {
        Set<String> names = new HashSet<>();
        for (ModelEntry model : models) {
            if (!model.name().isEmpty() && !names.add(model.name())) {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        model.place(),
                        "Two models are named '%s'".formatted(model.name()));
            }
        }
    }
}
