package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.directory.ConfigEdit;
import io.terge.hf.directory.TokenNumbers;
import io.terge.hf.tokenizer.AppendedTokens;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelChanges;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The files of a model with the tokenizer of the output.
 *
 * @param index the index of the model
 * @param own the files of the model
 * @param donor the files of the model whose tokenizer it is
 * @param alignment the output's tokens
 * @param takesNumbers whether a token that the output does not have is replaced by the one that the
 *     donor's configuration has in its place
 */
record TokenizerCompanions(
        int index,
        List<Companion> own,
        List<Companion> donor,
        Alignment alignment,
        boolean takesNumbers) {

    /** Configurations that name tokens by their numbers. */
    private static final Set<String> CONFIGURATIONS =
            Set.of("config.json", "generation_config.json");

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
            if (CONFIGURATIONS.contains(file.name())) {
                files.add(config(file));
            } else if (!isOfTokenizer(file)) {
                files.add(file);
            }
        }
        donor.stream()
                .filter(TokenizerCompanions::isOfTokenizer)
                .filter(file -> !isLeftOut(file))
                .map(this::edited)
                .forEach(files::add);
        return files;
    }

    private static boolean isOfTokenizer(Companion file) {
        return AppendedTokens.FILES.contains(file.name())
                || FIXED.contains(file.name())
                || OTHERS.contains(file.name());
    }

    // Where tokens have other numbers, files that cannot say so would contradict the others.
    private boolean isLeftOut(Companion file) {
        return alignment.renumbered().isPresent() && isFixed(file.name());
    }

    private static boolean isFixed(String name) {
        return FIXED.contains(name) || name.equals("merges.txt");
    }

    private Companion edited(Companion file) {
        Companion kept = alignment.renumbered().map(tokens -> tokens.in(file)).orElse(file);
        return alignment.appended().isEmpty()
                ? kept
                : new AppendedTokens(alignment.appended()).in(kept);
    }

    private Companion config(Companion config) throws IOException {
        check(config, "the numbers of rows and tokens cannot be written into it");
        ModelChanges changes = ModelChanges.none().withVocabulary(alignment.rows());
        Optional<byte[]> edited =
                new ConfigEdit(changes, false, numbers(config.name())).edited(config);
        return edited.<Companion>map(bytes -> new InMemory(config.name(), bytes)).orElse(config);
    }

    private static void check(Companion config, String why) throws IOException {
        Optional<String> fault = ConfigJson.fault(config);
        if (fault.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_CONFIG,
                                    "%s is not a valid configuration: %s"
                                            .formatted(Quoted.of(where(config)), fault.get()))
                            .note(why)
                            .fix("repair the file, or download it again"));
        }
    }

    private static Object where(Companion file) {
        return file.path().<Object>map(path -> path).orElse(file.name());
    }

    private TokenNumbers numbers(String file) throws IOException {
        Map<Integer, Integer> known = alignment.numbers(index);
        return takesNumbers
                ? new TokenNumbers(known, numbersOfDonor(file))
                : new TokenNumbers(known);
    }

    /** The numbers in the donor's configurations, in the one of this name if it has them. */
    private Map<String, List<Integer>> numbersOfDonor(String name) throws IOException {
        Map<Integer, Integer> known = alignment.numbers(alignment.donor());
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (Companion file :
                donor.stream()
                        .filter(one -> CONFIGURATIONS.contains(one.name()))
                        .sorted(Comparator.comparing(one -> !one.name().equals(name)))
                        .toList()) {
            check(file, "the IDs of tokens cannot be read from it");
            for (var entry : TokenNumbers.in(file).entrySet()) {
                List<Integer> there =
                        entry.getValue().stream().map(known::get).filter(Objects::nonNull).toList();
                if (!there.isEmpty()) {
                    numbers.putIfAbsent(entry.getKey(), there);
                }
            }
        }
        return numbers;
    }

    /** A file that is not stored. */
    record InMemory(String name, byte[] bytes) implements Companion {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** What the user should know about the files. */
    List<Problem> warnings() throws IOException {
        List<String> fixed =
                donor.stream()
                        .map(Companion::name)
                        .filter(
                                alignment.renumbered().isPresent()
                                        ? TokenizerCompanions::isFixed
                                        : FIXED::contains)
                        .toList();
        List<Problem> warnings = new ArrayList<>();
        if (!fixed.isEmpty() && alignment.renumbered().isPresent()) {
            warnings.add(leftOut(fixed));
        } else if (!fixed.isEmpty() && !alignment.appended().isEmpty()) {
            warnings.add(old(fixed));
        }
        for (Companion file : own) {
            if (CONFIGURATIONS.contains(file.name())) {
                SortedSet<Integer> lost = numbers(file.name()).lost(file);
                lost.retainAll(alignment.tokensOf(index).tokens().keySet());
                if (!lost.isEmpty()) {
                    warnings.add(numbers(file.name(), lost));
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static Problem leftOut(List<String> names) {
        return Problem.of(
                        VocabularyCode.VOCABULARY_FILES_OUTDATED,
                        "Files not copied because tokens were removed: " + quoted(names))
                .note("tokenizer.json lists the remaining tokens");
    }

    private Problem old(List<String> names) {
        return Problem.of(
                        VocabularyCode.VOCABULARY_FILES_OUTDATED,
                        "%s of the base %s not list the %d tokens that are new"
                                .formatted(
                                        quoted(names),
                                        names.size() == 1 ? "does" : "do",
                                        alignment.appended().size()))
                .note("tokenizer.json does; programs that read other files do not know the tokens");
    }

    private Problem numbers(String file, SortedSet<Integer> lost) {
        return Problem.of(
                        VocabularyCode.VOCABULARY_NUMBERS_OUTDATED,
                        "%s names tokens that the output does not have: %s"
                                .formatted(
                                        file,
                                        quoted(
                                                lost.stream()
                                                        .map(
                                                                alignment.tokensOf(index).tokens()
                                                                        ::get)
                                                        .toList())))
                .note("their IDs are unchanged: " + lost)
                .fix("correct bos_token_id, eos_token_id and the like in the output");
    }

    private static String quoted(List<String> texts) {
        return String.join(", ", texts.stream().map(Quoted::of).toList());
    }
}
