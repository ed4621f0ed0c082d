package io.terge.json;

import io.terge.api.LayerPattern;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Omission;
import io.terge.api.OutputFiles;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.PluginUse;
import io.terge.api.StagePlan;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.json.JsonFields.Field;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.tensor.DType;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the JSON form of a plan. */
record PlanReader(JsonInput json) {

    MergePlan plan() {
        JsonFields fields = json.fields();
        Field<String> format = fields.field("format", this::format);
        Field<Long> version = fields.field("version", this::version);
        Field<List<StagePlan>> stages = fields.field("stages", () -> json.list(this::stage));
        Supplier<MergePlan> merge = merge(fields, () -> stages.or(List.of()));
        fields.read();
        format.get();
        version.get();
        return sound(merge.get());
    }

    private StagePlan stage() {
        JsonFields fields = json.fields();
        Field<String> name = fields.field("name", json::text);
        Field<DType> dtype = fields.field("dtype", () -> json.make(() -> DType.named(json.text())));
        Field<MergePlan> plan = fields.field("plan", this::stageOfItself);
        fields.read();
        return new StagePlan(name.get(), plan.get(), dtype.optional());
    }

    private MergePlan stageOfItself() {
        JsonFields fields = json.fields();
        Supplier<MergePlan> merge = merge(fields, List::of);
        fields.read();
        return merge.get();
    }

    /** Declares the fields of a merge; what is returned makes a plan of them once they are read. */
    private Supplier<MergePlan> merge(JsonFields fields, Supplier<List<StagePlan>> stages) {
        Field<String> terge = fields.field("terge", json::text);
        Field<List<ModelUse>> models = fields.field("models", () -> json.list(this::model));
        Field<Integer> base = fields.field("base", json::place);
        Field<SortedMap<String, String>> adapterSettings =
                fields.field("adapterSettings", json::texts);
        Field<OutputPlan> output = fields.field("output", this::output);
        Field<RecipeText> recipe = RecipeFields.of(fields, json);
        Field<LayerPattern> layers =
                fields.field("layerPattern", () -> json.make(() -> new LayerPattern(json.text())));
        Field<Long> seed = fields.field("seed", () -> json.whole(Long.MIN_VALUE, Long.MAX_VALUE));
        Field<Long> memory = fields.field("memoryBytes", json::size);
        Field<List<PluginUse>> plugins = fields.field("plugins", () -> UsedPlugins.read(json));
        Field<List<Omission>> omissions = fields.field("omissions", () -> Omissions.read(json));
        Field<List<Problem>> warnings = fields.field("warnings", () -> json.list(this::warning));
        ActionReader actions = new ActionReader(json);
        Field<List<ParameterPlan>> parameters =
                fields.field("parameters", () -> json.list(actions::parameter));
        fields.ignored("totals");
        return () -> {
            if (base.get() >= models.get().size()) {
                throw JsonFault.of(
                        "base %d is out of range: there are %d models"
                                .formatted(base.get(), models.get().size()));
            }
            return new MergePlan(
                    terge.get(),
                    models.get(),
                    base.get(),
                    adapterSettings.or(new TreeMap<>()),
                    output.optional(),
                    parameters.get(),
                    omissions.get(),
                    seed.get(),
                    plugins.get(),
                    warnings.get(),
                    memory.get(),
                    stages.get(),
                    layers.optional(),
                    recipe.optional());
        };
    }

    private static MergePlan sound(MergePlan plan) {
        try {
            plan.requireSound();
            return plan;
        } catch (IllegalArgumentException unsound) {
            throw JsonFault.of(String.valueOf(unsound.getMessage()));
        }
    }

    private String format() {
        String format = json.text();
        if (!format.equals(PlanJson.FORMAT)) {
            throw json.fault(
                    "expected the format \"%s\", got \"%s\"".formatted(PlanJson.FORMAT, format));
        }
        return format;
    }

    private long version() {
        long version = json.whole(1, Long.MAX_VALUE);
        if (version != PlanJson.VERSION) {
            throw json.fault(
                    "expected version %d of the format, got %d"
                            .formatted(PlanJson.VERSION, version));
        }
        return version;
    }

    private ModelUse model() {
        JsonFields fields = json.fields();
        Field<Integer> index = fields.field("index", json::place);
        Field<ModelReference> reference = fields.field("reference", () -> References.read(json));
        Field<String> adapter = fields.field("adapter", json::text);
        Field<String> digest = fields.field("headerDigest", json::text);
        fields.read();
        return new ModelUse(
                index.optional().map(OptionalInt::of).orElse(OptionalInt.empty()),
                reference.get(),
                adapter.get(),
                digest.get());
    }

    private OutputPlan output() {
        JsonFields fields = json.fields();
        Field<ModelReference> target = fields.field("reference", () -> References.read(json));
        Field<String> adapter = fields.field("adapter", json::text);
        Field<DType> dtype = fields.field("dtype", () -> json.make(() -> DType.named(json.text())));
        Field<Long> shardSize = fields.field("shardSize", () -> json.whole(1, Long.MAX_VALUE));
        Field<Integer> shards = fields.field("shards", json::place);
        Field<Boolean> overwrite = fields.field("overwrite", json::flag);
        Field<NonFinitePolicy> nonFinite =
                fields.field("nonFinite", () -> json.oneOf(NonFinitePolicy.class));
        Field<Boolean> backup = fields.field("backup", json::flag);
        Field<OutputFiles> files = CompanionFields.of(fields, json);
        fields.read();
        return new OutputPlan(
                target.get(),
                adapter.get(),
                dtype.optional(),
                shardSize.optional().map(OptionalLong::of).orElse(OptionalLong.empty()),
                shards.get(),
                overwrite.get(),
                nonFinite.or(NonFinitePolicy.WARN),
                backup.or(false),
                files.or(OutputFiles.none()));
    }

    private Problem warning() {
        JsonFields fields = json.fields();
        Field<String> code = fields.field("code", json::text);
        Field<ErrorCode.Kind> kind = fields.field("kind", () -> json.oneOf(ErrorCode.Kind.class));
        Field<String> message = fields.field("message", json::text);
        Field<String> cause = fields.field("cause", json::text);
        Field<List<String>> notes = fields.field("notes", () -> json.list(json::text));
        Field<List<String>> fixes = fields.field("fixes", () -> json.list(json::text));
        fields.read();
        Problem problem =
                Problem.of(code(code.get(), kind.get()), message.get()).causedBy(cause.or(""));
        for (String note : notes.get()) {
            problem = problem.note(note);
        }
        for (String fix : fixes.get()) {
            problem = problem.fix(fix);
        }
        return problem;
    }

    /** A code of a plugin that need not be installed here. */
    private record ReadCode(String name, ErrorCode.Kind kind) implements ErrorCode {}

    private static ErrorCode code(String name, ErrorCode.Kind kind) {
        return Arrays.stream(TergeCode.values())
                .filter(known -> known.name().equals(name) && known.kind() == kind)
                .<ErrorCode>map(known -> known)
                .findFirst()
                .orElseGet(() -> new ReadCode(name, kind));
    }
}
