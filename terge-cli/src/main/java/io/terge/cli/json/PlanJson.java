package io.terge.cli.json;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.Share;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.util.List;

/** Prints a plan. */
public final class PlanJson {

    private PlanJson() {}

    /** Prints the plan as one object. */
    public static void print(MergePlan plan, PrintWriter out) {
        JsonText.print(out, json -> write(plan, json));
    }

    private static void write(MergePlan plan, JsonGenerator json) {
        json.writeArrayPropertyStart("models");
        for (ModelUse model : plan.models()) {
            json.writeStartObject();
            writeModel(model, json);
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("base");
        writeModel(plan.base(), json);
        plan.output().ifPresent(output -> writeOutput(output, json));
        json.writeArrayPropertyStart("parameters");
        plan.parameters().forEach(parameter -> writeParameter(parameter, json));
        json.writeEndArray();
        writeTotals(plan, json);
        JsonText.writeProblems(json, "warnings", plan.warnings());
    }

    private static void writeModel(ModelUse model, JsonGenerator json) {
        model.index().ifPresent(index -> json.writeNumberProperty("index", index));
        json.writeStringProperty("reference", model.reference().describe());
        json.writeStringProperty("adapter", model.adapter());
        json.writeEndObject();
    }

    private static void writeOutput(OutputPlan output, JsonGenerator json) {
        json.writeObjectPropertyStart("output");
        json.writeStringProperty("reference", output.target().describe());
        json.writeStringProperty("adapter", output.adapter());
        output.shardSize().ifPresent(bytes -> json.writeNumberProperty("shardSize", bytes));
        json.writeBooleanProperty("overwrite", output.overwrite());
        json.writeEndObject();
    }

    private static void writeParameter(ParameterPlan parameter, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", parameter.base().name());
        JsonText.writeShape(json, parameter.base());
        json.writeStringProperty("dtype", parameter.base().dtype().name());
        json.writeStringProperty("outputDtype", parameter.output().dtype().name());
        switch (parameter) {
            case ParameterPlan.Merge merge -> writeMerge(merge, json);
            case ParameterPlan.Copy copy -> {
                json.writeStringProperty("decision", "copy");
                json.writeStringProperty("reason", copy.reason().name());
            }
        }
        json.writeEndObject();
    }

    private static void writeMerge(ParameterPlan.Merge merge, JsonGenerator json) {
        json.writeStringProperty("decision", "merge");
        json.writeStringProperty("method", merge.method());
        JsonText.writeTexts(json, "options", merge.options());
        json.writeBooleanProperty("usesBase", merge.usesBase());
        json.writeStringProperty("extent", merge.extent().name());
        json.writeNumberProperty("passes", merge.passes());
        json.writeArrayPropertyStart("contributions");
        for (Share share : merge.shares()) {
            json.writeStartObject();
            json.writeNumberProperty("model", share.model());
            json.writeNumberProperty("weight", share.weight());
            json.writeStringProperty("dtype", share.dtype().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTotals(MergePlan plan, JsonGenerator json) {
        List<ParameterPlan> parameters = plan.parameters();
        long merged = plan.merged().count();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("parameters", parameters.size());
        json.writeNumberProperty("merged", merged);
        json.writeNumberProperty("copied", parameters.size() - merged);
        json.writeNumberProperty("bytesRead", plan.bytesRead());
        json.writeNumberProperty("bytesWritten", plan.bytesWritten());
        json.writeNumberProperty("memoryBytes", plan.memoryBytes());
        json.writeEndObject();
    }
}
