package io.terge.json;

import io.terge.api.Action;
import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.CopiedLineage;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;
import io.terge.api.Omission;
import io.terge.api.PluginUse;
import io.terge.json.JsonFields.Field;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.tensor.DType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON form of a lineage. */
record LineageReader(JsonInput json) {

    Lineage lineage() {
        JsonFields fields = json.fields();
        Field<String> terge = fields.field("terge", json::text);
        Field<List<ModelUse>> models = fields.field("models", () -> json.list(this::model));
        Field<ModelUse> base = fields.field("base", this::model);
        Field<RecipeText> recipe = RecipeFields.of(fields, json);
        Field<Long> seed = fields.field("seed", () -> json.whole(Long.MIN_VALUE, Long.MAX_VALUE));
        Field<List<PluginUse>> plugins = fields.field("plugins", () -> UsedPlugins.read(json));
        Field<List<Lineage.Survey>> surveys =
                fields.field("surveys", () -> json.list(this::survey));
        Field<SortedMap<String, ParameterLineage>> parameters =
                fields.field("parameters", this::parameters);
        Field<SortedMap<String, CopiedLineage>> copied = fields.field("copied", this::copied);
        Field<SortedMap<String, String>> tied = fields.field("tied", json::texts);
        Field<List<Omission>> omissions = fields.field("omissions", () -> Omissions.read(json));
        Field<List<Lineage.Stage>> stages = fields.field("stages", () -> json.list(this::stage));
        fields.read();
        return new Lineage(
                terge.get(),
                models.or(List.of()),
                base.get(),
                seed.or(0L),
                plugins.or(List.of()),
                surveys.or(List.of()),
                parameters.or(new TreeMap<>()),
                copied.or(new TreeMap<>()),
                tied.or(new TreeMap<>()),
                omissions.or(List.of()),
                stages.or(List.of()),
                recipe.optional());
    }

    private Lineage.Stage stage() {
        JsonFields fields = json.fields();
        Field<String> name = fields.field("name", json::text);
        Field<Lineage> lineage = fields.field("lineage", this::lineage);
        fields.read();
        return new Lineage.Stage(name.get(), lineage.get());
    }

    private ModelUse model() {
        JsonFields fields = json.fields();
        Field<Integer> index = fields.field("index", json::place);
        Field<ModelReference> reference =
                fields.field("reference", () -> json.make(() -> ModelReference.at(json.text())));
        Field<String> adapter = fields.field("adapter", json::text);
        Field<String> digest = fields.field("headerDigest", json::text);
        fields.read();
        return new ModelUse(
                index.optional().map(OptionalInt::of).orElse(OptionalInt.empty()),
                reference.get(),
                adapter.get(),
                digest.or(""));
    }

    private Lineage.Survey survey() {
        JsonFields fields = json.fields();
        Field<String> method = fields.field("method", json::text);
        Field<SortedMap<String, String>> options = fields.field("options", json::texts);
        Field<String> found = fields.field("found", json::text);
        Field<List<String>> notes = fields.field("notes", () -> json.list(json::text));
        fields.read();
        return new Lineage.Survey(
                method.get(), options.or(new TreeMap<>()), found.or(""), notes.or(List.of()));
    }

    private SortedMap<String, ParameterLineage> parameters() {
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        json.object(name -> parameters.put(name, parameter()));
        return parameters;
    }

    private SortedMap<String, CopiedLineage> copied() {
        SortedMap<String, CopiedLineage> copied = new TreeMap<>();
        json.object(name -> copied.put(name, copied(name)));
        return copied;
    }

    private CopiedLineage copied(String name) {
        JsonFields fields = json.fields();
        Field<Action.Reason> reason = fields.field("reason", () -> json.oneOf(Action.Reason.class));
        Field<Integer> model = fields.field("model", json::place);
        Field<String> stored = fields.field("name", json::text);
        Field<DType> dtype = fields.field("dtype", this::dtype);
        fields.read();
        return new CopiedLineage(
                dtype.get(),
                model.optional().map(OptionalInt::of).orElse(OptionalInt.empty()),
                stored.or(name),
                reason.get());
    }

    private DType dtype() {
        return json.make(() -> DType.named(json.text()));
    }

    private ParameterLineage parameter() {
        JsonFields fields = json.fields();
        Field<DType> dtype = fields.field("dtype", this::dtype);
        Field<String> method = fields.field("method", json::text);
        Field<SortedMap<String, String>> options = fields.field("options", json::texts);
        Field<Double> base = fields.field("baseCoefficient", json::anyNumber);
        Field<List<Contribution>> contributions =
                fields.field("contributions", () -> json.list(this::contribution));
        Field<List<String>> notes = fields.field("notes", () -> json.list(json::text));
        fields.read();
        return new ParameterLineage(
                dtype.optional(),
                method.get(),
                options.or(new TreeMap<>()),
                number(base.optional()),
                contributions.or(List.of()),
                notes.or(List.of()));
    }

    private Contribution contribution() {
        JsonFields fields = json.fields();
        Field<Integer> model = fields.field("model", json::place);
        Field<Double> weight = fields.field("weight", json::number);
        Field<Double> coefficient = fields.field("coefficient", json::anyNumber);
        Field<SortedMap<String, String>> options = fields.field("options", json::texts);
        fields.read();
        return new Contribution(
                model.get(),
                weight.get(),
                number(coefficient.optional()),
                options.or(new TreeMap<>()));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
