package io.terge.cli;

import io.terge.api.BaseChoice;
import io.terge.hf.vocabulary.view.VocabularyAdapter;
import io.terge.model.ModelReference;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The option that brings models with different tokens into line. */
final class VocabularyOption {

    /**
     * Models and their base.
     *
     * @param models the models
     * @param base the base, if one is given
     */
    record Models(List<ModelReference> models, Optional<BaseChoice> base) {

        Models {
            models = List.copyOf(models);
        }
    }

    @Option(
            names = "--vocabulary",
            paramLabel = "union|intersection|base|INDEX",
            description =
                    "Merge Hugging Face models whose tokenizers differ token by token: the output"
                            + " has the tokens of all models, those that all have (if they are the"
                            + " base's), those of the base, or those of one model. Default: row by"
                            + " row, whatever the tokens are.")
    private Optional<String> vocabulary = Optional.empty();

    /** Returns references to the models with the tokens that are asked for. */
    Models applied(List<ModelReference> models, Optional<BaseChoice> base) {
        return vocabulary
                .flatMap(choice -> aligned(choice, models, base))
                .orElseGet(() -> new Models(models, base));
    }

    private static Optional<Models> aligned(
            String vocabulary, List<ModelReference> models, Optional<BaseChoice> base) {
        List<ModelReference> all = new ArrayList<>(models);
        int index =
                switch (base.orElseGet(BaseChoice.Unset::new)) {
                    case BaseChoice.Unset unset -> 0;
                    case BaseChoice.Index(int one) -> one;
                    case BaseChoice.Other(ModelReference other) -> {
                        if (!all.contains(other)) {
                            all.add(other);
                        }
                        yield all.indexOf(other);
                    }
                };
        if (index >= all.size()) {
            return Optional.empty(); // Planning says so.
        }
        List<ModelReference> aligned =
                VocabularyAdapter.aligned(vocabulary, all, index, OptionalInt.empty());
        return Optional.of(
                new Models(
                        aligned.subList(0, models.size()),
                        base.map(
                                choice ->
                                        choice instanceof BaseChoice.Other
                                                ? new BaseChoice.Other(aligned.get(index))
                                                : choice)));
    }
}
