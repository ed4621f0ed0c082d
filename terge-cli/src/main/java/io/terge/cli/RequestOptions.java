package io.terge.cli;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.BaseArgument;
import io.terge.cli.args.MethodRule;
import io.terge.cli.args.OptionRule;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.args.WeightsRule;
import io.terge.model.ModelReference;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments that say what is merged and how: the same for {@code merge} and {@code plan}. */
final class RequestOptions {

    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            converter = ReferenceArgument.class,
            description =
                    "The models: files or directories. The first has the index 0; weights are in"
                            + " this order.")
    private List<ModelReference> models = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "INDEX|PATH",
            converter = BaseArgument.class,
            description =
                    "The model whose parameters the output has: the index of one of the models, or"
                            + " the path of another that is not merged itself. Default: 0.")
    private Optional<BaseChoice> base = Optional.empty();

    @Option(
            names = "--method",
            paramLabel = "[SELECTOR=]NAME",
            converter = MethodRule.Converter.class,
            description =
                    "How parameters are merged; see 'terge methods'. May be repeated: the first"
                            + " whose selector matches wins. Default: arithmetic.")
    private List<MethodRule> methods = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "[SELECTOR=]W,W,...",
            converter = WeightsRule.Converter.class,
            description =
                    "One weight for each model. May be repeated: the first whose selector matches"
                            + " wins. Default: equal weights.")
    private List<WeightsRule> weights = new ArrayList<>();

    @Option(
            names = "--option",
            paramLabel = "[SELECTOR=]NAME=VALUE",
            converter = OptionRule.Converter.class,
            description = "Set an option of the methods that have it. May be repeated.")
    private List<OptionRule> options = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "SELECTOR",
            description = "Merge only what this matches. May be repeated. Default: everything.")
    private List<String> included = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "SELECTOR",
            description = "Do not merge what this matches, included or not. May be repeated.")
    private List<String> excluded = new ArrayList<>();

    @Mixin private OutputOptions output = new OutputOptions();

    /** What is asked for. */
    MergeRequest request() {
        MergeRequestBuilder request = MergeRequest.builder();
        models.forEach(request::model);
        base.ifPresent(choice -> setBase(request, choice));
        methods.forEach(rule -> rule.addTo(request));
        weights.forEach(rule -> rule.addTo(request));
        options.forEach(rule -> rule.addTo(request));
        request.include(included.toArray(String[]::new));
        request.exclude(excluded.toArray(String[]::new));
        output.addTo(request);
        return request.build();
    }

    OutputOptions output() {
        return output;
    }

    private static void setBase(MergeRequestBuilder request, BaseChoice base) {
        switch (base) {
            case BaseChoice.Index(int index) -> request.base(index);
            case BaseChoice.Other(ModelReference reference) -> request.base(reference);
        }
    }
}
