package io.terge.hf.tokenizer;

import io.terge.model.ChatTemplateChoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Chat templates of well-known formats, as Jinja templates. */
public final class BuiltInTemplate {

    private BuiltInTemplate() {}

    /**
     * Returns the template of a name, if there is one.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<String> named(String name) throws IOException {
        if (!ChatTemplateChoice.BUILT_IN.contains(name)) {
            return Optional.empty();
        }
        try (InputStream stream = BuiltInTemplate.class.getResourceAsStream(name + ".jinja")) {
            byte[] text = Objects.requireNonNull(stream, name).readAllBytes();
            return Optional.of(new String(text, StandardCharsets.UTF_8).strip());
        }
    }
}
