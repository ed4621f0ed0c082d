package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.directory.ConfigEdit;
import io.terge.hf.tokenizer.AppendedTokens;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelChanges;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a model with the tokenizer of the output.
 *
 * @param own the files of the model
 * @param donor the files of the model whose tokenizer it is
 * @param alignment the output's tokens
 */
record TokenizerCompanions(List<Companion> own, List<Companion> donor, Alignment alignment) {

    /** Files that list tokens and have no place for more. */
    private static final Set<String> FIXED =
            Set.of(
                    "vocab.json",
                    "vocab.txt",
                    "tokenizer.model",
                    "spiece.model",
                    "sentencepiece.bpe.model");

    private static final Set<String> OTHERS =
            Set.of(
                    "merges.txt",
                    "special_tokens_map.json",
                    "chat_template.jinja",
                    "chat_template.json");

    /** The files. */
    List<Companion> files() throws IOException {
        List<Companion> files = new ArrayList<>();
        for (Companion file : own) {
            if (file.name().equals("config.json")) {
                files.add(config(file));
            } else if (!isOfTokenizer(file)) {
                files.add(file);
            }
        }
        donor.stream()
                .filter(TokenizerCompanions::isOfTokenizer)
                .map(this::edited)
                .forEach(files::add);
        return files;
    }

    private static boolean isOfTokenizer(Companion file) {
        return AppendedTokens.FILES.contains(file.name())
                || FIXED.contains(file.name())
                || OTHERS.contains(file.name());
    }

    private Companion edited(Companion file) {
        return alignment.appended().isEmpty()
                ? file
                : new AppendedTokens(alignment.appended()).in(file);
    }

    private Companion config(Companion config) throws IOException {
        ModelChanges changes = ModelChanges.none().withVocabulary(alignment.rows());
        Optional<byte[]> edited = new ConfigEdit(changes, false).edited(config);
        return edited.<Companion>map(bytes -> new InMemory(config.name(), bytes)).orElse(config);
    }

    private record InMemory(String name, byte[] bytes) implements Companion {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * What the user should know about the files.
     *
     * @param isDonor whether the tokenizer is the model's own
     */
    List<Problem> warnings(boolean isDonor) {
        List<String> outdated =
                alignment.appended().isEmpty()
                        ? List.of()
                        : donor.stream().map(Companion::name).filter(FIXED::contains).toList();
        return Stream.of(
                        isDonor ? Optional.<Problem>empty() : Optional.of(numbers()),
                        outdated.isEmpty() ? Optional.<Problem>empty() : Optional.of(old(outdated)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Problem old(List<String> names) {
        return Problem.of(
                        VocabularyCode.VOCABULARY_FILES_OUTDATED,
                        "%s of the base %s not list the %d tokens that are new"
                                .formatted(
                                        String.join(", ", names.stream().map(Quoted::of).toList()),
                                        names.size() == 1 ? "does" : "do",
                                        alignment.appended().size()))
                .note("tokenizer.json does; programs that read other files do not know the tokens");
    }

    private static Problem numbers() {
        return Problem.of(
                        VocabularyCode.VOCABULARY_FILES_OUTDATED,
                        "The numbers of tokens in config.json are still those of the base")
                .note("the tokenizer is that of another model, whose tokens have other numbers")
                .fix(
                        "check bos_token_id, eos_token_id and pad_token_id in config.json and"
                                + " generation_config.json of the output");
    }
}
