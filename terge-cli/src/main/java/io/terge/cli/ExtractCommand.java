package io.terge.cli;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.LayersArgument;
import io.terge.cli.text.ReportText;
import io.terge.model.ModelReference;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes a model of some of the layers of another. */
@Command(
        name = "extract",
        sortOptions = false,
        customSynopsis = "terge extract MODEL --layers LAYERS --out OUT [OPTIONS]",
        description = {
            "Make a model of some layers of another one, in any order.",
            "Layers are renumbered, and config.json gets their number. What belongs to no layer is"
                    + " kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge extract model --layers 0-11 --out half",
            "  terge extract model --layers 0-7,4-11,8-15 --out deeper"
        })
final class ExtractCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--layers",
            required = true,
            paramLabel = "FIRST-LAST,...",
            converter = LayersArgument.class,
            description =
                    "The layers, from 0, as numbers and ranges. A layer may be given more than"
                            + " once.")
    private List<Layout.Slice> layers = List.of();

    @Mixin private OneModelOptions arguments = new OneModelOptions();

    ExtractCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return arguments.run(terminal, this::request, ReportText::summary);
    }

    private MergeRequestBuilder request(ModelReference model) {
        return MergeRequest.builder()
                .model(model)
                .method("passthrough")
                .layout(new Layout.Slices(layers));
    }
}
