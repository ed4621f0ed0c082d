package io.terge.json;

import io.terge.api.Action;
import io.terge.api.Action.Layer;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.json.JsonFields.Field;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;
import io.terge.tensor.RowMap;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is done to each parameter. */
record ActionReader(JsonInput json) {

    ParameterPlan parameter() {
        return json.make(
                () -> {
                    JsonFields fields = json.fields();
                    SpecFields output = SpecFields.of(fields, json);
                    Field<Integer> shard = fields.field("shard", json::place);
                    Field<String> decision = fields.field("decision", json::text);
                    ActionFields action = new ActionFields(fields, this);
                    fields.read();
                    return new ParameterPlan(
                            output.spec(), shard.get(), action.action(decision.get()));
                });
    }

    /** All fields of all actions: a decision has some of them. */
    private static final class ActionFields {

        private final JsonInput json;
        private final Field<String> method;
        private final Field<SortedMap<String, String>> options;
        private final Field<Extent> extent;
        private final Field<Long> passes;
        private final Field<Integer> arrays;
        private final Field<Integer> layer;
        private final Field<Integer> layers;
        private final Field<List<Operand>> inputs;
        private final Field<Operand> base;
        private final Field<Action.Reason> reason;
        private final Field<Operand> from;
        private final Field<String> to;

        ActionFields(JsonFields fields, ActionReader reader) {
            json = reader.json;
            method = fields.field("method", json::text);
            options = fields.field("options", json::texts);
            extent = fields.field("extent", () -> json.oneOf(Extent.class));
            passes = fields.field("passes", () -> json.whole(1, Integer.MAX_VALUE));
            arrays = fields.field("arrays", json::place);
            layer = fields.field("layer", json::place);
            layers = fields.field("layers", json::place);
            inputs = fields.field("inputs", () -> json.list(reader::operand));
            base = fields.field("base", reader::operand);
            reason = fields.field("reason", () -> json.oneOf(Action.Reason.class));
            from = fields.field("from", reader::operand);
            to = fields.field("to", json::text);
        }

        Action action(String decision) {
            List<Field<?>> merge =
                    List.of(method, options, extent, passes, arrays, layer, layers, inputs, base);
            List<Field<?>> copy = List.of(reason, from);
            String where = "decision \"" + decision + "\"";
            return switch (decision) {
                case "merge" -> {
                    copy.forEach(field -> field.refuse(where));
                    to.refuse(where);
                    yield merge();
                }
                case "copy" -> {
                    merge.forEach(field -> field.refuse(where));
                    to.refuse(where);
                    yield new Action.Copy(from.get(), reason.get());
                }
                case "tied" -> {
                    merge.forEach(field -> field.refuse(where));
                    copy.forEach(field -> field.refuse(where));
                    yield new Action.Tied(to.get());
                }
                default ->
                        throw json.fault(
                                "expected the decision \"merge\", \"copy\" or \"tied\", got \"%s\""
                                        .formatted(decision));
            };
        }

        private Action.Merge merge() {
            if (layer.optional().isEmpty()) {
                layers.refuse("a parameter without \"layer\"");
            }
            return new Action.Merge(
                    method.get(),
                    options.get(),
                    inputs.get(),
                    base.optional(),
                    extent.get(),
                    passes.get().intValue(),
                    arrays.or(0),
                    layer.optional().map(index -> new Layer(index, layers.get())));
        }
    }

    private Operand operand() {
        return json.make(
                () -> {
                    JsonFields fields = json.fields();
                    Field<Integer> model = fields.field("model", json::place);
                    SpecFields stored = SpecFields.of(fields, json);
                    Field<Double> weight = fields.field("weight", json::number);
                    Field<RowMap> rows = fields.field("rows", this::rows);
                    Field<Footprint> footprint = fields.field("footprint", this::footprint);
                    Field<SortedMap<String, String>> options = fields.field("options", json::texts);
                    fields.read();
                    return new Operand(
                            model.get(),
                            stored.spec(),
                            rows.or(RowMap.all()),
                            footprint.optional().orElseGet(() -> Footprint.stored(stored.spec())),
                            weight.get(),
                            options.or(new TreeMap<>()));
                });
    }

    private RowMap rows() {
        return json.make(
                () -> {
                    JsonFields fields = json.fields();
                    Field<Long> first = fields.field("first", json::size);
                    Field<Long> count = fields.field("count", json::size);
                    Field<List<Long>> gather = fields.field("gather", () -> json.list(json::size));
                    Field<List<List<Long>>> mean =
                            fields.field("mean", () -> json.list(() -> json.list(json::size)));
                    fields.read();
                    Optional<RowMap> listed =
                            gather.optional()
                                    .<RowMap>map(RowMap.Gather::new)
                                    .or(() -> mean.optional().map(RowMap.Mean::new));
                    if (listed.isPresent()) {
                        first.refuse("listed rows");
                        count.refuse("listed rows");
                    }
                    if (gather.optional().isPresent()) {
                        mean.refuse("gathered rows");
                    }
                    return listed.orElseGet(() -> new RowMap.Range(first.get(), count.get()));
                });
    }

    private Footprint footprint() {
        JsonFields fields = json.fields();
        Field<Long> bytes = fields.field("bytesRead", json::size);
        Field<Integer> element = fields.field("scratchPerElement", json::place);
        Field<Long> chunk = fields.field("scratchPerChunk", json::size);
        Field<Long> held = fields.field("held", json::size);
        fields.read();
        return Footprint.of(bytes.get(), element.get(), chunk.get()).withHeld(held.or(0L));
    }
}
