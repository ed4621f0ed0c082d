package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The tokens without which a tokenizer does not work: special ones, the one for what is unknown,
 * those of its templates and of its padding, and those of single bytes, if it falls back to them.
 */
public final class NeededTokens {

    private final JsonParser json;
    private final Set<String> tokens = new HashSet<>();
    private final List<String> listed = new ArrayList<>();
    private int unknown = -1;

    private NeededTokens(JsonParser json) {
        this.json = json;
    }

    /**
     * Returns them; some may not be in the tokenizer.
     *
     * @param file a {@code tokenizer.json}
     * @throws TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    public static Set<String> in(Companion file) throws IOException {
        return TokenReader.parse(file, parser -> new NeededTokens(parser).read());
    }

    private Set<String> read() {
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "added_tokens" -> readAdded();
                case "model" -> readModel(value);
                case "padding" -> readPadding();
                case "post_processor", "pre_tokenizer", "decoder" -> readProcessor(value);
                default -> json.skipChildren();
            }
        }
        if (unknown >= 0 && unknown < listed.size()) {
            tokens.add(listed.get(unknown));
        }
        return Set.copyOf(tokens);
    }

    private void readAdded() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            AddedToken token = TokenizerJson.readAdded(json);
            if (token.special()) {
                tokens.add(token.content());
            }
        }
    }

    private void readModel(JsonToken start) {
        if (start != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("unk_token") && value == JsonToken.VALUE_STRING) {
                tokens.add(json.getString());
            } else if (field.equals("unk_id") && value == JsonToken.VALUE_NUMBER_INT) {
                unknown = json.getIntValue();
            } else if (field.equals("byte_fallback") && value == JsonToken.VALUE_TRUE) {
                IntStream.range(0, 256).forEach(one -> tokens.add("<0x%02X>".formatted(one)));
            } else if (field.equals("vocab") && value == JsonToken.START_ARRAY) {
                readListed();
            } else {
                json.skipChildren();
            }
        }
    }

    private void readListed() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            json.nextToken();
            listed.add(json.getString());
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
        }
    }

    private void readPadding() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isToken = json.currentName().equals("pad_token");
            if (json.nextToken() == JsonToken.VALUE_STRING && isToken) {
                tokens.add(json.getString());
            }
            json.skipChildren();
        }
    }

    /** Processors contain others; all that is listed below these keys are tokens. */
    private void readProcessor(JsonToken start) {
        if (!start.isStructStart()) {
            return;
        }
        int depth = 1;
        String key = "";
        while (depth > 0) {
            JsonToken next = json.nextToken();
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            if (next == JsonToken.PROPERTY_NAME) {
                key = json.currentName();
            } else if (next == JsonToken.VALUE_STRING) {
                readText(key, json.getString());
            }
        }
    }

    private void readText(String key, String text) {
        if (key.equals("tokens") || key.equals("sep") || key.equals("cls")) {
            tokens.add(text);
        } else if (key.equals("type") && text.equals("ByteLevel")) {
            IntStream.range(0, 256).mapToObj(NeededTokens::letter).forEach(tokens::add);
        }
    }

    /**
     * The letter that stands for a byte: itself, if it can be printed; the others follow in order.
     */
    private static String letter(int of) {
        int letter =
                isPrinted(of)
                        ? of
                        : 256
                                + (int)
                                        IntStream.range(0, of)
                                                .filter(other -> !isPrinted(other))
                                                .count();
        return Character.toString(letter);
    }

    private static boolean isPrinted(int letter) {
        return letter >= '!' && letter <= '~'
                || letter >= 0xA1 && letter <= 0xAC
                || letter >= 0xAE && letter <= 0xFF;
    }
}
