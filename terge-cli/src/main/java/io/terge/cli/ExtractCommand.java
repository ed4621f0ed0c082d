package io.terge.cli;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.LayersArgument;
import io.terge.cli.args.WholeNumber;
import io.terge.cli.text.ReportText;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes a model of some of the layers of another. */
@Command(
        name = "extract",
        sortOptions = false,
        customSynopsis = {
            "terge extract MODEL --layers LAYERS --out OUT [OPTIONS]",
            "       terge extract MODEL --expert INDEX --out OUT [OPTIONS]"
        },
        description = {
            "Make a model from layers of another one, in any order, or from one of its"
                    + " experts.",
            "Layers are renumbered, and config.json gets their number. What belongs to no layer is"
                    + " kept.",
            "An expert of a mixture, such as Mixtral or Qwen3-MoE, becomes a dense model with the"
                    + " other parameters of the mixture."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge extract model --layers 0-11 --out half",
            "  terge extract model --layers 0-7,4-11,8-15 --out deeper",
            "  terge extract mixture --expert 3 --out expert"
        })
final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--layers",
            paramLabel = "FIRST-LAST,...",
            converter = LayersArgument.class,
            description =
                    "The layers, from 0, as numbers and ranges. A layer may be given more than"
                            + " once.")
    private List<Layout.Slice> layers = List.of();

    @Mixin private LayerOptions names = new LayerOptions();

    @Option(
            names = "--expert",
            paramLabel = "INDEX",
            converter = WholeNumber.Expert.class,
            description = "The expert, from 0.")
    private Optional<Integer> expert = Optional.empty();

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private OneModelOptions arguments = new OneModelOptions();

    ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (layers.isEmpty() && expert.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Nothing to extract is given: add --layers or --expert");
        }
        return layers.isEmpty()
                ? arguments.run(
                        terminal,
                        model -> MergeRequest.convert(shown(model)),
                        ReportText::conversion)
                : arguments.run(terminal, this::layers, ReportText::summary);
    }

    private MergeRequestBuilder layers(ModelReference model) {
        MergeRequestBuilder request =
                MergeRequest.builder()
                        .model(shown(model))
                        .method("passthrough")
                        .layout(new Layout.Slices(layers));
        names.addTo(request);
        return request;
    }

    private ModelReference shown(ModelReference model) {
        return expert.map(index -> model.with(ViewSettings.DENSE, index.toString())).orElse(model);
    }
}
