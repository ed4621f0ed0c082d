package io.terge.recipes.value;

import java.util.Set;

/** Chat templates: a text in Jinja, or the most common one of the models. */
public final class ChatTemplateText {

    private static final String MOST_COMMON = "auto";
    private static final Set<String> OF_MERGEKIT =
            Set.of("alpaca", "chatml", "exaone", "llama3", "mistral");

    private ChatTemplateText() {}

    /**
     * Checks and returns a text.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static String parse(String text) {
        if (OF_MERGEKIT.contains(text)) {
            throw new IllegalArgumentException(
                    "the template '%s' comes with mergekit, not with terge; paste the template"
                                    .formatted(text)
                            + " itself");
        }
        if (!text.equals(MOST_COMMON) && !text.contains("{")) {
            throw new IllegalArgumentException(
                    "expected auto or a Jinja template, got '%s'".formatted(text));
        }
        return text;
    }
}
