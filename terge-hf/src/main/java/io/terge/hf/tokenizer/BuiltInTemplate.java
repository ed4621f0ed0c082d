package io.terge.hf.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
        if (!name.matches("[a-z0-9]+")) {
            return Optional.empty();
        }
        try (InputStream stream = BuiltInTemplate.class.getResourceAsStream(name + ".jinja")) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
