package io.terge.model;

import java.util.List;
import java.util.Optional;

/**
 * Texts that choose the chat template of an output: {@code auto} for the most common one of the
 * models, the name of one that is built in, or a Jinja template itself.
 *
 * @since 0.1
 */
public final class ChatTemplateChoice {

    /** The most common template of the models. */
    public static final String MOST_COMMON = "auto";

    /** The names of the templates that are built in. */
    public static final List<String> BUILT_IN =
            List.of("alpaca", "chatml", "exaone", "llama3", "mistral");

    private ChatTemplateChoice() {}

    /** Whether a text is a choice. A template has an expression or a statement. */
    public static boolean isValid(String text) {
        return text.equals(MOST_COMMON) || BUILT_IN.contains(text) || isTemplate(text);
    }

    /** Whether a text is a template itself. */
    public static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    /**
     * Says what is not closed in a template, or closes nothing, after the line it is in; empty if
     * nothing is. Tags of unknown names are not looked at.
     */
    public static Optional<String> fault(String template) {
        return TemplateScan.fault(template);
    }

    /** All names, for messages. */
    public static String names() {
        return MOST_COMMON + ", " + String.join(", ", BUILT_IN);
    }
}
