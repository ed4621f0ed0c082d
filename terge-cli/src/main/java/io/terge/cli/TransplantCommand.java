package io.terge.cli;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.ReferenceArgument;
import io.terge.cli.args.WholeNumber;
import io.terge.cli.text.TransplantText;
import io.terge.model.ModelReference;
import io.terge.model.Transplant;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Gives a model the tokenizer of another one. */
@Command(
        name = "transplant",
        sortOptions = false,
        customSynopsis = "terge transplant MODEL --tokenizer DONOR --out OUT [OPTIONS]",
        description = {
            "Give a model the tokenizer of another one, without training.",
            "Embeddings and heads get a row for each token of DONOR. Rows of tokens that MODEL has"
                    + " are kept; others are combined from them in the way in which DONOR's row is"
                    + " nearest to a combination of its rows. The models may have different sizes.",
            "Everything else is copied from MODEL."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge transplant model --tokenizer donor --out transplanted",
            "  terge transplant model --tokenizer donor --method nearest --k 4 --out transplanted"
        })
final class TransplantCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--tokenizer",
            required = true,
            paramLabel = "DONOR",
            converter = ReferenceArgument.class,
            description =
                    "The model whose tokenizer the output has: a directory with tokenizer.json and"
                            + " weights.")
    private ModelReference donor = ModelReference.at(".");

    @Option(
            names = "--method",
            paramLabel = "omp|nearest",
            converter = MethodArgument.class,
            description =
                    "How rows of new tokens are computed. omp: orthogonal matching pursuit."
                            + " nearest: the mean of the nearest rows, weighted by their cosines."
                            + " Default: omp.")
    private Transplant.Method method = Transplant.Method.OMP;

    @Option(
            names = "--k",
            paramLabel = "N",
            converter = WholeNumber.Combined.class,
            description =
                    "The number of rows, at most, that a new row is combined from, 1 to 1024."
                            + " Default: 64 with omp, 8 with nearest.")
    private Optional<Integer> most = Optional.empty();

    @Option(
            names = "--pad-vocabulary",
            paramLabel = "N",
            converter = WholeNumber.Rows.class,
            description =
                    "Round the number of rows of embeddings and heads up to a multiple of N."
                            + " Default: as many rows as DONOR has.")
    private Optional<Integer> multiple = Optional.empty();

    @Mixin private OneModelOptions arguments = new OneModelOptions();

    TransplantCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return arguments.run(terminal, this::transplanted, TransplantText::summary);
    }

    private MergeRequestBuilder transplanted(ModelReference model) {
        Transplant chosen = new Transplant(donor, method).withMost(most.orElse(method.most()));
        return MergeRequest.convert(multiple.map(chosen::withMultiple).orElse(chosen).on(model));
    }

    /** The name of a method. */
    static final class MethodArgument implements ITypeConverter<Transplant.Method> {

        @Override
        public Transplant.Method convert(String text) {
            return Transplant.Method.named(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "expected %s, got '%s'"
                                                    .formatted(Transplant.Method.words(), text)));
        }
    }
}
