package io.terge.recipes.value;

import io.terge.error.FailureReason;
import io.terge.model.ChatTemplateChoice;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Chat templates: a name, a text in Jinja, or the path of a file that has one. What is neither a
 * name nor a text is a path.
 *
 * @param folder where paths start
 * @since 0.1
 */
public record ChatTemplateText(Path folder) {

    private static final long MOST_BYTES = 1_000_000;

    /** Whether a text is the path of a file. */
    public static boolean namesFile(String text) {
        return !ChatTemplateChoice.isValid(text);
    }

    /**
     * Returns the name or the template that a text means.
     *
     * @throws IllegalArgumentException if it is none of these; the message says what is expected
     */
    public String parse(String text) {
        if (namesFile(text)) {
            Path file = file(text).orElseThrow(() -> unknown(text));
            return checked(read(file), file.toString());
        }
        return checked(text, "the text");
    }

    private static String checked(String template, String what) {
        Optional<String> fault = ChatTemplateChoice.fault(template);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(
                    "%s is not a valid Jinja template: %s".formatted(what, fault.get()));
        }
        return template;
    }

    private Optional<Path> file(String text) {
        try {
            return Optional.of(folder.resolve(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "%s is not a chat template: it exceeds 1 MB".formatted(file));
            }
            String template = Files.readString(file).strip();
            if (!ChatTemplateChoice.isTemplate(template)) {
                throw new IllegalArgumentException(
                        "%s is not a Jinja template: it has no {{ or {%%".formatted(file));
            }
            return template;
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException("%s is not UTF-8 text".formatted(file), notText);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot read %s: %s".formatted(file, FailureReason.of(failure)), failure);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "expected one of %s, a Jinja template, or a file that has one, got '%s'"
                        .formatted(ChatTemplateChoice.names(), text));
    }
}
