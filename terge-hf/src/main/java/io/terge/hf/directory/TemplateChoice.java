package io.terge.hf.directory;

import static io.terge.model.ChatTemplateChoice.MOST_COMMON;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.BuiltInTemplate;
import io.terge.hf.tokenizer.ChatTemplate;
import io.terge.hf.tokenizer.TokenList;
import io.terge.model.ChatTemplateChoice;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The chat template of an output.
 *
 * @param text the template; empty for that of the base
 * @param builtIn its name, if it is built in
 * @param place the files that have it
 */
record TemplateChoice(Optional<String> text, Optional<String> builtIn, ChatTemplate place) {

    // As most templates write them, those that are built in too.
    private static final Pattern TOKEN = Pattern.compile("<\\|\\w+\\|>|\\[\\|\\w+\\|]");

    /** The setting of a target: a choice as {@link ChatTemplateChoice} describes. */
    static final String SETTING = "chat-template";

    /**
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if it is no template
     */
    static void check(ModelReference target) {
        String text = target.settings().getOrDefault(SETTING, MOST_COMMON);
        if (!ChatTemplateChoice.isValid(text)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SETTING,
                                    "Chat template %s has no {{ or {%%, and is not the name of a built-in template"
                                            .formatted(Quoted.of(text)))
                            .fix("use a Jinja template, or one of: " + ChatTemplateChoice.names()));
        }
        Optional<String> fault = ChatTemplateChoice.fault(text);
        if (fault.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SETTING,
                                    "The chat template is not a valid Jinja template: "
                                            + fault.get())
                            .fix("correct the template"));
        }
    }

    /**
     * Returns the choice of a target.
     *
     * @param files the files that the output gets from the base
     * @throws TergeException if none of them can have a template, or one is malformed
     * @throws IOException if one cannot be read
     */
    static TemplateChoice of(ModelReference target, ModelBlueprint blueprint, List<Companion> files)
            throws IOException {
        Optional<String> asked = Optional.ofNullable(target.settings().get(SETTING));
        Optional<String> text = asked.isPresent() ? text(asked.get(), blueprint) : Optional.empty();
        ChatTemplate place = new ChatTemplate(files);
        if (text.isPresent() && !place.hasPlace()) {
            throw new TergeException(
                    Problem.of(
                                    DirectoryCode.TEMPLATE_NOT_WRITTEN,
                                    "The chat template cannot be set: the base has neither"
                                            + " tokenizer_config.json nor chat_template.jinja")
                            .fix("choose a base with a tokenizer, or set no chat template"));
        }
        return new TemplateChoice(text, asked.filter(ChatTemplateChoice.BUILT_IN::contains), place);
    }

    private static Optional<String> text(String asked, ModelBlueprint blueprint)
            throws IOException {
        if (asked.equals(MOST_COMMON)) {
            return mostCommon(blueprint);
        }
        return BuiltInTemplate.named(asked).or(() -> Optional.of(asked));
    }

    // Of those that are equally common, the first.
    private static Optional<String> mostCommon(ModelBlueprint blueprint) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (blueprint.summary().isPresent()) {
            for (MergeSummary.Model model : blueprint.summary().get().models()) {
                new ChatTemplate(model.companions())
                        .text()
                        .map(String::strip)
                        .ifPresent(text -> counts.merge(text, 1, Integer::sum));
            }
        }
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        return counts.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * What the user should know of a template: the tokens in it that the tokenizer lacks.
     *
     * @param files the files that the output gets from the base
     * @throws TergeException if the tokenizer is malformed
     * @throws IOException if it cannot be read
     */
    List<Problem> warnings(List<Companion> files) throws IOException {
        Optional<Companion> tokenizer =
                files.stream().filter(file -> file.name().equals("tokenizer.json")).findFirst();
        if (text.isEmpty() || tokenizer.isEmpty()) {
            return List.of();
        }
        Set<String> known = TokenList.read(tokenizer.get()).ids().keySet();
        List<String> missing =
                TOKEN.matcher(text.get())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(token -> !known.contains(token))
                        .map(Quoted::of)
                        .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        Problem.of(
                                        DirectoryCode.TEMPLATE_TOKENS_MISSING,
                                        "The tokenizer has no tokens that the chat template %swrites: %s"
                                                .formatted(
                                                        builtIn.map(name -> name + " ").orElse(""),
                                                        String.join(", ", missing)))
                                .note(
                                        "it splits them into other tokens, which the model has not"
                                                + " learnt")
                                .fix("use the template that the model was trained with"));
    }

    /** The contents of a file with the template; empty if it stays as it is. */
    Optional<byte[]> edited(Companion file) throws IOException {
        return text.isPresent() ? place.edited(file, text.get()) : Optional.empty();
    }
}
