package io.terge.cli;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Rule;
import io.terge.cli.args.ByteSize;
import io.terge.cli.args.NonFiniteChoice;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.args.ShardSizeArgument;
import io.terge.cli.args.TypeArgument;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.value.ChatTemplateText;
import io.terge.tensor.DType;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options that say where the output goes and how it is stored. */
final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "OUT",
            converter = ReferenceArgument.class,
            description =
                    "The output: a file if its name has the extension of a file format, such as"
                        + " .safetensors or .pt; otherwise a directory. OUT?weights=pytorch is a"
                        + " directory with PyTorch files.")
    private Optional<ModelReference> target = Optional.empty();

    @Option(
            names = "--in-place",
            description =
                    "Replace the base, or the only model, with the output in one step. Files of its"
                            + " directory that do not change are kept.")
    private boolean inPlace;

    @Option(
            names = "--overwrite",
            description =
                    "Replace a model that already exists at OUT, and result files that already"
                            + " exist.")
    private boolean overwrite;

    @Option(
            names = "--backup",
            description =
                    "Keep the model that --in-place or --overwrite replaces, next to the output,"
                            + " under the first free name of OUT.backup-1, OUT.backup-2 and so on.")
    private boolean backup;

    @Option(
            names = "--dtype",
            paramLabel = "[SELECTOR=]TYPE",
            converter = TypeArgument.class,
            description =
                    "Store floating-point parameters in this type: bf16, f16, f32, f64, f8_e4m3 or"
                        + " f8_e5m2. May be repeated: the first whose selector matches a parameter"
                        + " wins; TYPE alone applies to all others, regardless of its position."
                        + " Default: each parameter keeps its type.")
    private List<Rule<DType>> types = List.of();

    @Option(
            names = "--shard-size",
            paramLabel = "SIZE",
            converter = ShardSizeArgument.class,
            description =
                    "Split the weights of a directory into shards of at most this size, such as"
                            + " 5GB or 500MiB.")
    private Optional<ByteSize> shardSize = Optional.empty();

    @Option(
            names = "--copy",
            paramLabel = "GLOB",
            description =
                    "Also copy the files of the base that match this pattern, such as 'onnx/*'. By"
                            + " default, other copies of its weights, training state and caches are"
                            + " left out. May be repeated.")
    private List<String> copies = List.of();

    @Option(
            names = "--no-card",
            description =
                    "Write no model card and no recipe. By default, if the README.md of the base is"
                        + " a model card, the output directory gets a card of the merged model in"
                        + " its place.")
    private boolean noCard;

    @Option(
            names = "--chat-template",
            paramLabel = "NAME|FILE",
            description =
                    "Set the chat template of the output: alpaca, chatml, exaone, llama3 or"
                            + " mistral; auto for the most common template of the models; or a file"
                            + " with a Jinja template. Default: the template of the base, or of the"
                            + " model whose tokenizer the output has.")
    private Optional<String> chatTemplate = Optional.empty();

    @Option(
            names = "--non-finite",
            paramLabel = "warn|fail",
            converter = NonFiniteChoice.class,
            description =
                    "What to do about elements that are NaN or infinite, in a model or in the"
                            + " result: warn, or fail and write nothing. Parameters whose bytes are"
                            + " copied are not checked. Default: warn.")
    private Optional<NonFinitePolicy> nonFinite = Optional.empty();

    @Option(
            names = "--output-adapter",
            paramLabel = "NAME",
            description =
                    "Write the output with this adapter; see 'terge adapters'. Default: the"
                            + " adapter that recognises OUT.")
    private Optional<String> adapter = Optional.empty();

    @Option(
            names = "--strict",
            description =
                    "Reject the request if planning yields any warning, such as one about"
                        + " parameters that models do not share, or about rules that match nothing"
                        + " or never apply.")
    private boolean strict;

    /**
     * Adds these options to a request.
     *
     * @throws ParameterException if they exclude each other
     */
    void addTo(MergeRequestBuilder request) {
        addTo(request, Collections.emptySortedMap());
    }

    /**
     * Adds these options to a request, in place of what it says itself.
     *
     * @param settings the settings of the target, unless it has its own
     * @throws ParameterException if the options exclude each other
     */
    void addTo(MergeRequestBuilder request, SortedMap<String, String> settings) {
        if (target.isPresent() && inPlace) {
            throw new ParameterException(
                    command.commandLine(),
                    "--out and --in-place exclude each other: use one of them");
        }
        boolean isOfRecipe = settings.containsKey(CompanionSettings.CHAT_TEMPLATE);
        if (inPlace && (isOfRecipe || chatTemplate.isPresent())) {
            throw new ParameterException(
                    command.commandLine(),
                    "--in-place keeps the chat template of the base: to set %s, write a new model with --out OUT"
                            .formatted(
                                    chatTemplate.isPresent()
                                            ? "another with --chat-template"
                                            : "that of the recipe"));
        }
        target.map(given -> with(given, settings)).ifPresent(request::to);
        addFiles(request, settings);
        if (inPlace) {
            request.inPlace();
        }
        if (overwrite) {
            request.overwrite();
        }
        if (strict) {
            request.strict();
        }
        if (backup) {
            addBackup(request);
        }
        addTypes(request);
        shardSize.ifPresent(size -> request.shardSize(size.bytes()));
        nonFinite.ifPresent(request::nonFinite);
        adapter.ifPresent(request::outputAdapter);
    }

    private void addFiles(MergeRequestBuilder request, SortedMap<String, String> settings) {
        copies.forEach(request::copy);
        chatTemplate.map(this::template).ifPresent(request::chatTemplate);
        boolean isSaid = settings.containsKey(CompanionSettings.CARD);
        if (inPlace ? noCard || isSaid : noCard && !isSaid) {
            request.withoutCard();
        }
    }

    /**
     * Returns the settings that a target would get if one were given.
     *
     * @param settings those of the recipe
     */
    SortedMap<String, String> settings(SortedMap<String, String> settings) {
        MergeRequestBuilder imagined =
                MergeRequest.builder().to(with(ModelReference.at(Path.of("any")), settings));
        addFiles(imagined, settings);
        return imagined.build()
                .output()
                .target()
                .map(ModelReference::settings)
                .orElse(Collections.emptySortedMap());
    }

    /**
     * Adds where the output of a stage is kept, if it is.
     *
     * @throws ParameterException if it is kept beside an output that has no path
     */
    void addTo(MergeRequestBuilder request, Recipe.Stage stage) {
        Optional<ModelReference> place = stage.kept().flatMap(kept -> place(kept, stage.name()));
        place.map(given -> with(given, stage.targetSettings())).ifPresent(request::to);
        nonFinite.ifPresent(request::nonFinite);
        if (place.isPresent() && overwrite) {
            request.overwrite();
        }
    }

    private Optional<ModelReference> place(Recipe.Kept kept, String stage) {
        if (kept.place().isPresent() || !isGiven()) {
            return kept.place();
        }
        Optional<Path> beside = target.flatMap(result -> Recipe.beside(result, stage));
        if (beside.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Stage '%s' has 'keep: true', which requires --out: use --out, or give a path, such as 'keep: kept/%s'"
                            .formatted(stage, stage));
        }
        return beside.map(ModelReference::at);
    }

    private String template(String text) {
        try {
            return new ChatTemplateText(Path.of("")).parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    command.commandLine(), "--chat-template: " + wrong.getMessage(), wrong);
        }
    }

    private static ModelReference with(ModelReference target, SortedMap<String, String> settings) {
        SortedMap<String, String> all = new TreeMap<>(settings);
        all.putAll(target.settings());
        return target.withSettings(all);
    }

    private void addTypes(MergeRequestBuilder request) {
        List<String> forAll =
                types.stream().filter(Rule::matchesAll).map(rule -> rule.value().name()).toList();
        if (forAll.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--dtype has %d types for every parameter, %s: keep one of them, or add selectors"
                            .formatted(forAll.size(), String.join(" and ", forAll)));
        }
        if (!types.isEmpty()) {
            request.keepTypes();
        }
        types.forEach(rule -> request.dtype(rule.selector(), rule.value()));
    }

    private void addBackup(MergeRequestBuilder request) {
        if (!inPlace && !overwrite) {
            throw new ParameterException(
                    command.commandLine(),
                    "--backup keeps a model that is replaced: add --in-place or --overwrite");
        }
        request.backup();
    }

    /** Whether there is an output. */
    boolean isGiven() {
        return target.isPresent() || inPlace;
    }

    boolean overwrite() {
        return overwrite;
    }

    boolean strict() {
        return strict;
    }
}
