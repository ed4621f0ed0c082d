package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The chat template of a model: a file of its own, or a field of {@code tokenizer_config.json}.
 *
 * @param files the files of the model
 */
public record ChatTemplate(List<Companion> files) {

    private static final String TEMPLATE = "chat_template.jinja";
    private static final String CONFIG = "tokenizer_config.json";
    private static final String OF_PROCESSOR = "chat_template.json";
    private static final String FIELD = "chat_template";
    private static final String DEFAULT = "default";

    public ChatTemplate {
        files = List.copyOf(files);
    }

    /**
     * Reads the template; of several, that for no purpose in particular.
     *
     * @throws TergeException if a file is malformed
     * @throws IOException if one cannot be read
     */
    public Optional<String> text() throws IOException {
        Optional<Companion> own = file(TEMPLATE);
        if (own.isPresent()) {
            try (InputStream stream = own.get().open()) {
                return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Optional<Companion> config = file(CONFIG);
        return config.isEmpty()
                ? Optional.empty()
                : TokenReader.parse(config.get(), ChatTemplate::field);
    }

    private Optional<Companion> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    private static Optional<String> field(JsonParser json) {
        json.nextToken();
        Optional<String> found = Optional.empty();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isIt = json.currentName().equals(FIELD);
            JsonToken value = json.nextToken();
            if (isIt && value == JsonToken.VALUE_STRING) {
                found = Optional.of(json.getString());
            } else if (isIt && value == JsonToken.START_ARRAY) {
                found = named(json);
            } else {
                json.skipChildren();
            }
        }
        return found;
    }

    // A list of objects with a name and a template.
    private static Optional<String> named(JsonParser json) {
        Optional<String> found = Optional.empty();
        String name = "";
        String template = "";
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING && json.currentName().equals("name")) {
                name = json.getString();
            } else if (token == JsonToken.VALUE_STRING && json.currentName().equals("template")) {
                template = json.getString();
            } else if (token == JsonToken.END_OBJECT && name.equals(DEFAULT)) {
                found = Optional.of(template);
            }
        }
        return found;
    }

    /** Whether there is a file that can have a template. */
    public boolean hasPlace() {
        return file(TEMPLATE).isPresent() || file(CONFIG).isPresent();
    }

    /**
     * Returns one of the files with another template; empty if it has none.
     *
     * @throws TergeException if the file is malformed
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> edited(Companion file, String template) throws IOException {
        return switch (file.name()) {
            case TEMPLATE -> Optional.of(template.getBytes(StandardCharsets.UTF_8));
            case CONFIG -> set(file, template, file(TEMPLATE).isEmpty());
            case OF_PROCESSOR -> set(file, template, false);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> set(Companion file, String template, boolean isAdded)
            throws IOException {
        boolean[] isThere = {false};
        byte[] bytes =
                JsonCopy.of(
                        file,
                        json ->
                                json.object(
                                        (field, value) -> {
                                            if (field.equals(FIELD)) {
                                                isThere[0] = true;
                                                json.from().skipChildren();
                                                json.to().writeStringProperty(FIELD, template);
                                            } else {
                                                json.same(field);
                                            }
                                        },
                                        () -> {
                                            if (isAdded && !isThere[0]) {
                                                json.to().writeStringProperty(FIELD, template);
                                            }
                                        }));
        return isAdded || isThere[0] ? Optional.of(bytes) : Optional.empty();
    }
}
