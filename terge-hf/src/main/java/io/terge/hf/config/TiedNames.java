package io.terge.hf.config;

import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a model with tied embeddings uses for one tensor. A configuration that says
 * nothing does not mean that a model is tied: versions of the libraries differ in what they assume.
 * But if the architecture has a head, and the weights have none, it is the embedding.
 *
 * @param root the configuration
 */
record TiedNames(ConfigValue root) {

    private static final String TIE = "tie_word_embeddings";

    private static final List<String> LANGUAGE_PARTS =
            List.of("text_config", "llm_config", "language_config");

    private static final List<String> WITH_HEAD =
            List.of(
                    "ForCausalLM",
                    "LMHead",
                    "ForConditionalGeneration",
                    "ForMaskedLM",
                    "ForPreTraining",
                    "ForImageTextToText");

    /** One tensor: the names of the embedding, and those of the head. */
    private record Family(List<String> embeddings, List<String> heads) {

        static Family of(String embeddings, String heads) {
            return new Family(List.of(embeddings.split(" ")), List.of(heads.split(" ")));
        }
    }

    private static final List<Family> FAMILIES =
            List.of(
                    Family.of("model.embed_tokens.weight", "lm_head.weight"),
                    Family.of("model.language_model.embed_tokens.weight", "lm_head.weight"),
                    Family.of(
                            "language_model.model.embed_tokens.weight",
                            "language_model.lm_head.weight lm_head.weight"),
                    Family.of("transformer.wte.weight", "lm_head.weight"),
                    Family.of("wte.weight", "lm_head.weight"),
                    Family.of("transformer.word_embeddings.weight", "lm_head.weight"),
                    Family.of("word_embeddings.weight", "lm_head.weight"),
                    Family.of(
                            "model.shared.weight model.encoder.embed_tokens.weight"
                                    + " model.decoder.embed_tokens.weight",
                            "lm_head.weight"),
                    Family.of(
                            "shared.weight encoder.embed_tokens.weight decoder.embed_tokens.weight",
                            "lm_head.weight"),
                    Family.of("gpt_neox.embed_in.weight", "embed_out.weight lm_head.weight"),
                    Family.of("backbone.embedding.weight", "lm_head.weight"),
                    Family.of("backbone.embeddings.weight", "lm_head.weight"),
                    Family.of("model.embeddings.weight", "lm_head.weight"),
                    Family.of("model.tok_embeddings.weight", "output.weight"),
                    Family.of("model.transformer.wte.weight", "model.transformer.ff_out.weight"),
                    Family.of(
                            "transformer.embedding.word_embeddings.weight",
                            "transformer.output_layer.weight"),
                    Family.of("model.embeddings.tok_embeddings.weight", "decoder.weight"),
                    Family.of(
                            "bert.embeddings.word_embeddings.weight",
                            "cls.predictions.decoder.weight"),
                    Family.of(
                            "deberta.embeddings.word_embeddings.weight",
                            "cls.predictions.decoder.weight"),
                    Family.of("cls.predictions.bias", "cls.predictions.decoder.bias"),
                    Family.of(
                            "roberta.embeddings.word_embeddings.weight", "lm_head.decoder.weight"),
                    Family.of("mpnet.embeddings.word_embeddings.weight", "lm_head.decoder.weight"),
                    Family.of("lm_head.bias", "lm_head.decoder.bias"),
                    Family.of(
                            "distilbert.embeddings.word_embeddings.weight",
                            "vocab_projector.weight"),
                    Family.of(
                            "albert.embeddings.word_embeddings.weight",
                            "predictions.decoder.weight"),
                    Family.of(
                            "electra.embeddings.word_embeddings.weight",
                            "generator_lm_head.weight"));

    /** Whisper's decoder has an embedding and a head of its own; its encoder has none. */
    private static final Family WHISPER =
            Family.of("model.decoder.embed_tokens.weight", "proj_out.weight lm_head.weight");

    /** The names of all embeddings and heads that are known. */
    static Stream<String> all() {
        return Stream.concat(FAMILIES.stream(), Stream.of(WHISPER))
                .flatMap(family -> Stream.of(family.embeddings(), family.heads()))
                .flatMap(List::stream);
    }

    /** The names of the heads. */
    static Stream<String> heads() {
        return Stream.concat(FAMILIES.stream(), Stream.of(WHISPER))
                .flatMap(family -> family.heads().stream());
    }

    Map<String, String> in(List<ParameterSpec> parameters) {
        Set<String> stored =
                parameters.stream().map(ParameterSpec::name).collect(Collectors.toSet());
        Optional<String> stated = stated();
        boolean hasHead = hasHead(stated.isPresent());
        Map<String, String> aliases = new HashMap<>();
        Stream.concat(FAMILIES.stream(), Stream.of(WHISPER))
                .forEach(
                        family ->
                                family.embeddings().stream()
                                        .filter(stored::contains)
                                        .findFirst()
                                        .ifPresent(
                                                embedding -> {
                                                    addEmbeddings(family, embedding, aliases);
                                                    if (hasHead && isTied(family, stated, stored)) {
                                                        addHeads(family, embedding, aliases);
                                                    }
                                                }));
        return aliases;
    }

    private Optional<String> stated() {
        return root.text(TIE)
                .or(
                        () ->
                                LANGUAGE_PARTS.stream()
                                        .flatMap(part -> root.field(part).stream())
                                        .flatMap(part -> part.text(TIE).stream())
                                        .findFirst());
    }

    private boolean hasHead(boolean otherwise) {
        return root.text("architectures")
                .map(text -> WITH_HEAD.stream().anyMatch(text::contains))
                .orElse(otherwise);
    }

    private static boolean isTied(Family family, Optional<String> stated, Set<String> stored) {
        return stated.map("true"::equals)
                .orElseGet(() -> family.heads().stream().noneMatch(stored::contains));
    }

    /** The embeddings of encoder and decoder, which are shared whatever the configuration says. */
    private static void addEmbeddings(
            Family family, String embedding, Map<String, String> aliases) {
        if (family.embeddings().getFirst().equals(embedding)) {
            family.embeddings().stream()
                    .skip(1)
                    .forEach(name -> aliases.putIfAbsent(name, embedding));
        }
    }

    private static void addHeads(Family family, String embedding, Map<String, String> aliases) {
        family.heads().forEach(head -> aliases.putIfAbsent(head, embedding));
    }
}
