package io.terge.cli;

import io.terge.api.LayerPattern;
import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.LayerPatternArgument;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The option that says how names number layers. */
final class LayerOptions {

    @Option(
            names = "--layer-pattern",
            paramLabel = "REGEX",
            converter = LayerPatternArgument.class,
            description =
                    "Where the number of the layer is in parameter names: the first group of the"
                            + " regular expression, as in 'blocks_(\\d+)'. Default: the first part"
                            + " between dots that is a number.")
    private Optional<LayerPattern> pattern = Optional.empty();

    void addTo(MergeRequestBuilder request) {
        pattern.ifPresent(request::layerPattern);
    }
}
