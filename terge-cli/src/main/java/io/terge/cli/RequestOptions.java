package io.terge.cli;

import io.terge.api.AdapterChoice;
import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Rename;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.cli.args.AdapterArgument;
import io.terge.cli.args.BaseArgument;
import io.terge.cli.args.MethodArgument;
import io.terge.cli.args.OptionArgument;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.args.RenameArgument;
import io.terge.cli.args.SeedArgument;
import io.terge.cli.args.WeightsArgument;
import io.terge.model.ModelReference;
import io.terge.recipes.Recipe;
import io.terge.recipes.file.Recipes;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments that say what is merged and how: the same for {@code merge} and {@code plan}. */
final class RequestOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            converter = ReferenceArgument.class,
            description =
                    "The models: files or directories, numbered from 0. Weights and options per"
                            + " model are in this order. Or a recipe, RECIPE.yml, which names the"
                            + " models itself.")
    private List<ModelReference> models = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "INDEX|PATH",
            converter = BaseArgument.class,
            description =
                    "The base, whose parameters the output has: the index of one of the models, or"
                            + " the path of another model, which is not merged itself. Default: the"
                            + " first model, except that a method that needs a base requires this"
                            + " option.")
    private Optional<BaseChoice> base = Optional.empty();

    @Option(
            names = "--method",
            paramLabel = "[SELECTOR=]NAME",
            converter = MethodArgument.class,
            description =
                    "The merge method; see 'terge methods'. May be repeated: the first whose"
                            + " selector matches a parameter wins. Default: arithmetic.")
    private List<Rule<String>> methods = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "[SELECTOR=]W,W,...",
            converter = WeightsArgument.class,
            description =
                    "One weight per model: a number, or a gradient over the layers such as [0,1]."
                            + " May be repeated: the first whose selector matches a parameter wins."
                            + " Default: equal weights.")
    private List<Setting> weights = new ArrayList<>();

    @Option(
            names = "--option",
            paramLabel = "[SELECTOR=]NAME=VALUE",
            converter = OptionArgument.class,
            description =
                    "Set an option of the methods that have it: to one value, or to one per model,"
                        + " separated by commas. A number may be a gradient over the layers such as"
                        + " [0,0.5,1]. A text value cannot contain a comma. May be repeated: the"
                        + " first whose selector matches a parameter wins.")
    private List<Setting> options = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "SELECTOR",
            description =
                    "Merge only the parameters that the selector matches. May be repeated. Default:"
                            + " all parameters.")
    private List<String> included = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "SELECTOR",
            description =
                    "Do not merge the parameters that the selector matches, even if they are"
                            + " included. May be repeated.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "MODEL:REGEX=REPLACEMENT",
            converter = RenameArgument.class,
            description =
                    "Rename the parameters of MODEL (an index, * for all, or base): each match of"
                        + " the regular expression is replaced; $1 is its first group. The value is"
                        + " split at the first ':' and the last '='. May be repeated; renames are"
                        + " applied in order.")
    private List<Rename> renames = new ArrayList<>();

    @Option(
            names = "--adapter",
            paramLabel = "[MODEL:]NAME",
            converter = AdapterArgument.class,
            description =
                    "Read MODEL (an index, * for all, or base; default: all) with this adapter; see"
                        + " 'terge adapters'. May be repeated: the first that matches a model wins."
                        + " Default: the adapter that recognises the model.")
    private List<AdapterChoice> adapters = new ArrayList<>();

    @Mixin private LayerOptions layers = new LayerOptions();

    @Mixin private VocabularyOptions vocabulary = new VocabularyOptions();

    @Mixin private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedArgument.class,
            description = "The seed of methods that use random numbers. Default: 0.")
    private Optional<Long> seed = Optional.empty();

    @Mixin private OutputOptions output = new OutputOptions();

    /**
     * Returns the request.
     *
     * @throws ParameterException if no model is given, or options exclude each other
     */
    MergeRequest request() {
        if (models.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "No model is given: list the models, or name a recipe, or use --plan FILE");
        }
        MergeRequestBuilder request = MergeRequest.builder();
        models.forEach(request::model);
        base.ifPresent(choice -> setBase(request, choice));
        layers.addTo(request);
        vocabulary.addTo(request, models);
        methods.forEach(rule -> request.method(rule.selector(), rule.value()));
        weights.forEach(request::set);
        options.forEach(request::set);
        request.include(included.toArray(String[]::new));
        request.exclude(excluded.toArray(String[]::new));
        renames.forEach(r -> request.rename(r.models(), r.regex(), r.replacement()));
        adapters.forEach(choice -> request.adapter(choice.models(), choice.adapter()));
        settings.byName().forEach(request::adapterSetting);
        seed.ifPresent(request::seed);
        output.addTo(request);
        return request.build();
    }

    /**
     * Returns the request of a recipe, with the options that may change it.
     *
     * @throws ParameterException if options exclude each other
     */
    MergeRequest request(Recipe recipe) {
        MergeRequestBuilder request = completed(recipe.result());
        output.addTo(request, recipe.result().targetSettings());
        for (Recipe.Stage stage : recipe.stages().subList(0, recipe.stages().size() - 1)) {
            MergeRequestBuilder own = completed(stage);
            output.addTo(own, stage);
            request.stage(stage.name(), own.build());
        }
        return request.build();
    }

    private MergeRequestBuilder completed(Recipe.Stage stage) {
        MergeRequest asked = stage.request();
        MergeRequestBuilder request =
                seed.map(number -> Seeds.set(asked, number)).orElse(asked).toBuilder();
        settings.byName().forEach(request::adapterSetting);
        return request;
    }

    /**
     * Returns the recipe that is given in place of models, if one is.
     *
     * @throws ParameterException if there is one among models
     */
    Optional<Path> recipe() {
        List<Path> recipes =
                models.stream()
                        .filter(model -> model.settings().isEmpty())
                        .flatMap(model -> model.path().stream())
                        .filter(Recipes::isRecipe)
                        .toList();
        if (!recipes.isEmpty() && models.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "%s is a recipe, which must be the only argument: it names the models"
                            .formatted(recipes.getFirst()));
        }
        return recipes.stream().findFirst();
    }

    /** How many models are listed. */
    int models() {
        return models.size();
    }

    OutputOptions output() {
        return output;
    }

    private static void setBase(MergeRequestBuilder request, BaseChoice base) {
        switch (base) {
            case BaseChoice.Index(int index) -> request.base(index);
            case BaseChoice.Other(ModelReference reference) -> request.base(reference);
            case BaseChoice.Unset unset -> {}
        }
    }
}
