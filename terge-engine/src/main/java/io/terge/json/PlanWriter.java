package io.terge.json;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.StagePlan;
import io.terge.error.Problem;

/** Writes the JSON form of a plan: what is short first, the parameters last. */
record PlanWriter(JsonOutput json) {

    void plan(MergePlan plan) {
        json.text("format", PlanJson.FORMAT);
        json.whole("version", PlanJson.VERSION);
        if (!plan.stages().isEmpty()) {
            json.list("stages", plan.stages(), this::stage);
        }
        merge(plan);
    }

    private void stage(StagePlan stage) {
        json.object(
                () -> {
                    json.text("name", stage.name());
                    stage.dtype().ifPresent(type -> json.text("dtype", type.name()));
                    json.object("plan", () -> merge(stage.plan()));
                });
    }

    private void merge(MergePlan plan) {
        json.text("terge", plan.terge());
        json.list("models", plan.models(), this::model);
        json.whole("base", plan.base());
        if (!plan.adapterSettings().isEmpty()) {
            json.texts("adapterSettings", plan.adapterSettings());
        }
        plan.output().ifPresent(this::output);
        plan.recipe().ifPresent(recipe -> RecipeFields.write(json, recipe));
        plan.layerPattern().ifPresent(pattern -> json.text("layerPattern", pattern.regex()));
        json.whole("seed", plan.seed());
        json.whole("memoryBytes", plan.memoryBytes());
        UsedPlugins.write(json, plan.plugins());
        totals(plan);
        Omissions.write(json, plan.omissions());
        json.list("warnings", plan.warnings(), this::warning);
        ActionWriter actions = new ActionWriter(json);
        json.list("parameters", plan.parameters(), actions::parameter);
    }

    private void model(ModelUse model) {
        json.onOneLine(
                () ->
                        json.object(
                                () -> {
                                    model.index().ifPresent(index -> json.whole("index", index));
                                    References.write(json, model.reference());
                                    json.text("adapter", model.adapter());
                                    json.text("headerDigest", model.digest());
                                }));
    }

    private void output(OutputPlan output) {
        json.object(
                "output",
                () -> {
                    References.write(json, output.target());
                    json.text("adapter", output.adapter());
                    output.dtype().ifPresent(type -> json.text("dtype", type.name()));
                    output.shardSize().ifPresent(bytes -> json.whole("shardSize", bytes));
                    json.whole("shards", output.shards());
                    json.flag("overwrite", output.overwrite());
                    json.text("nonFinite", output.nonFinite().name());
                    if (output.backup()) {
                        json.flag("backup", true);
                    }
                    CompanionFields.write(json, output.files());
                });
    }

    private void totals(MergePlan plan) {
        json.object(
                "totals",
                () -> {
                    json.whole("parameters", plan.parameters().size());
                    json.whole("merged", plan.merged().count());
                    json.whole("copied", plan.copied());
                    json.whole("tied", plan.tied());
                    json.whole("bytesReadOnce", plan.bytesReadOnce());
                    json.whole("bytesRead", plan.bytesRead());
                    json.whole("bytesWritten", plan.bytesWritten());
                    json.whole("memoryBytes", plan.memoryBytes());
                });
    }

    private void warning(Problem problem) {
        json.object(
                () -> {
                    json.text("code", problem.code().name());
                    json.text("kind", problem.code().kind().name());
                    json.text("message", problem.message());
                    problem.cause().ifPresent(cause -> json.text("cause", cause));
                    json.list("notes", problem.notes(), json::text);
                    json.list("fixes", problem.fixes(), json::text);
                });
    }
}
