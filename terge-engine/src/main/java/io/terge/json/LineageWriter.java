package io.terge.json;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.CopiedLineage;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;

import java.util.List;
import java.util.SortedMap;

/** Writes the JSON form of a lineage. */
record LineageWriter(JsonOutput json) {

    void lineage(Lineage lineage) {
        json.text("terge", lineage.terge());
        if (!lineage.stages().isEmpty()) {
            json.list("stages", lineage.stages(), this::stage);
        }
        json.list(
                "models",
                lineage.models(),
                model -> json.onOneLine(() -> json.object(() -> model(model))));
        json.onOneLine(() -> json.object("base", () -> model(lineage.base())));
        lineage.recipe().ifPresent(recipe -> RecipeFields.write(json, recipe));
        json.whole("seed", lineage.seed());
        UsedPlugins.write(json, lineage.plugins());
        if (!lineage.surveys().isEmpty()) {
            json.list("surveys", lineage.surveys(), this::survey);
        }
        json.object(
                "parameters",
                () ->
                        lineage.parameters()
                                .forEach(
                                        (name, parameter) ->
                                                json.object(name, () -> parameter(parameter))));
        json.object("copied", () -> lineage.copied().forEach(this::copied));
        if (!lineage.tied().isEmpty()) {
            json.object("tied", () -> lineage.tied().forEach(json::text));
        }
        Omissions.write(json, lineage.omissions());
    }

    private void stage(Lineage.Stage stage) {
        json.object(
                () -> {
                    json.text("name", stage.name());
                    json.object("lineage", () -> lineage(stage.lineage()));
                });
    }

    private void copied(String name, CopiedLineage copied) {
        json.onOneLine(
                () ->
                        json.object(
                                name,
                                () -> {
                                    json.text("reason", copied.reason().name());
                                    copied.model().ifPresent(model -> json.whole("model", model));
                                    if (!copied.name().equals(name)) {
                                        json.text("name", copied.name());
                                    }
                                    json.text("dtype", copied.dtype().name());
                                }));
    }

    private void model(ModelUse model) {
        model.index().ifPresent(index -> json.whole("index", index));
        json.text("reference", model.reference().describe());
        json.text("adapter", model.adapter());
        if (!model.digest().isEmpty()) {
            json.text("headerDigest", model.digest());
        }
    }

    private void survey(Lineage.Survey survey) {
        json.object(
                () -> {
                    json.text("method", survey.method());
                    options(survey.options());
                    json.text("found", survey.found());
                    notes(survey.notes());
                });
    }

    private void parameter(ParameterLineage parameter) {
        parameter.dtype().ifPresent(dtype -> json.text("dtype", dtype.name()));
        json.text("method", parameter.method());
        options(parameter.options());
        parameter.baseCoefficient().ifPresent(value -> json.number("baseCoefficient", value));
        json.list("contributions", parameter.contributions(), this::contribution);
        notes(parameter.notes());
    }

    private void contribution(Contribution contribution) {
        json.onOneLine(
                () ->
                        json.object(
                                () -> {
                                    json.whole("model", contribution.model());
                                    json.number("weight", contribution.weight());
                                    contribution
                                            .coefficient()
                                            .ifPresent(value -> json.number("coefficient", value));
                                    options(contribution.options());
                                }));
    }

    private void options(SortedMap<String, String> options) {
        if (!options.isEmpty()) {
            json.texts("options", options);
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            json.texts("notes", notes);
        }
    }
}
