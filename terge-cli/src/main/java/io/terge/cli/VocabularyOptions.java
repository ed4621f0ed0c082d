package io.terge.cli;

import io.terge.api.MergeRequestBuilder;
import io.terge.cli.args.WholeNumber;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;

/** The options that bring models with different tokens into line. */
final class VocabularyOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--vocabulary",
            paramLabel = "union|intersection|base|INDEX|rows",
            description =
                    "Merge Hugging Face models with different tokenizers token by token. The output"
                        + " has the tokens of all models, the tokens of the base that all models"
                        + " have, the tokens of the base, or those of one model. rows: merge row by"
                        + " row, whatever the tokens are. By default, that is rejected where rows"
                        + " belong to different tokens.")
    private Optional<String> vocabulary = Optional.empty();

    @Option(
            names = "--pad-vocabulary",
            paramLabel = "N",
            converter = WholeNumber.Rows.class,
            description =
                    "With --vocabulary: round the number of rows of embeddings and heads up to a"
                            + " multiple of N. Default: keep the padding rows of the model that the"
                            + " tokenizer comes from.")
    private Optional<Integer> multiple = Optional.empty();

    /**
     * Adds the choice of tokens to a request that has its models.
     *
     * @throws ParameterException if there is no such choice
     */
    void addTo(MergeRequestBuilder request, List<ModelReference> models) {
        if (multiple.isPresent() && vocabulary.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--pad-vocabulary requires --vocabulary, such as --vocabulary base");
        }
        vocabulary.map(text -> choice(text, models)).ifPresent(request::vocabulary);
    }

    private VocabularyChoice choice(String text, List<ModelReference> models) {
        VocabularyPolicy policy =
                VocabularyPolicy.named(text)
                        .or(() -> ofModel(text, models))
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                command.commandLine(),
                                                "--vocabulary: expected union, intersection, base,"
                                                        + " rows or an index from 0 to %d, got '%s'"
                                                                .formatted(
                                                                        models.size() - 1, text)));
        VocabularyChoice choice = VocabularyChoice.of(policy);
        if (multiple.isPresent() && policy instanceof VocabularyPolicy.Rows) {
            throw new ParameterException(
                    command.commandLine(),
                    "--pad-vocabulary cannot be combined with --vocabulary rows, which keeps the"
                            + " rows of the base");
        }
        return multiple.map(choice::withMultiple).orElse(choice);
    }

    private static Optional<VocabularyPolicy> ofModel(String index, List<ModelReference> models) {
        return Optional.of(index)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number < models.size())
                .map(number -> new VocabularyPolicy.OfModel(models.get(number)));
    }
}
