package io.terge.json;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.List;

/** Writes what is done to each parameter: a merge in some lines, all else on one. */
record ActionWriter(JsonOutput json) {

    void parameter(ParameterPlan parameter) {
        Runnable fields =
                () -> {
                    spec(parameter.output());
                    json.whole("shard", parameter.shard());
                    action(parameter.action());
                };
        if (parameter.action() instanceof Action.Merge) {
            json.object(fields);
        } else {
            json.onOneLine(() -> json.object(fields));
        }
    }

    private void action(Action action) {
        switch (action) {
            case Action.Merge merge -> merge(merge);
            case Action.Copy(Operand from, Action.Reason reason) -> {
                json.text("decision", "copy");
                json.text("reason", reason.name());
                json.object("from", () -> operand(from));
            }
            case Action.Tied(String to) -> {
                json.text("decision", "tied");
                json.text("to", to);
            }
        }
    }

    private void merge(Action.Merge merge) {
        json.text("decision", "merge");
        json.text("method", merge.method());
        json.texts("options", merge.options());
        json.text("extent", merge.extent().name());
        json.whole("passes", merge.passes());
        if (merge.arrays() > 0) {
            json.whole("arrays", merge.arrays());
        }
        merge.layer()
                .ifPresent(
                        layer -> {
                            json.whole("layer", layer.index());
                            json.whole("layers", layer.count());
                        });
        json.list(
                "inputs",
                merge.inputs(),
                input -> json.onOneLine(() -> json.object(() -> operand(input))));
        merge.base()
                .ifPresent(base -> json.onOneLine(() -> json.object("base", () -> operand(base))));
    }

    private void operand(Operand operand) {
        json.whole("model", operand.model());
        spec(operand.stored());
        json.number("weight", operand.weight());
        if (!operand.rows().isIdentity()) {
            json.object("rows", () -> rows(operand.rows()));
        }
        if (!operand.footprint().equals(Footprint.stored(operand.stored()))) {
            json.object("footprint", () -> footprint(operand.footprint()));
        }
        if (!operand.options().isEmpty()) {
            json.texts("options", operand.options());
        }
    }

    private void spec(ParameterSpec spec) {
        json.text("name", spec.name());
        json.text("dtype", spec.dtype().name());
        json.onOneLine(() -> json.list("shape", spec.shape().dimensions(), json::whole));
        json.whole("bytes", spec.byteSize());
    }

    private void rows(RowMap rows) {
        switch (rows) {
            case RowMap.Identity all -> throw new IllegalStateException("Left out: " + all);
            case RowMap.Range(long first, long count) -> {
                json.whole("first", first);
                json.whole("count", count);
            }
            case RowMap.Gather(List<Long> taken) -> json.list("gather", taken, json::whole);
            case RowMap.Mean(List<List<Long>> taken) ->
                    json.list("mean", taken, some -> json.list(some, json::whole));
        }
    }

    private void footprint(Footprint footprint) {
        json.whole("bytesRead", footprint.bytesRead());
        json.whole("scratchPerElement", footprint.scratchPerElement());
        json.whole("scratchPerChunk", footprint.scratchPerChunk());
        if (footprint.held() > 0) {
            json.whole("held", footprint.held());
        }
    }
}
