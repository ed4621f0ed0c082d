package io.terge.hf.directory;

import io.terge.files.json.IndentedJson;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelChanges;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a {@code config.json} into line with a model that differs from its donor.
 *
 * @param changes in what it differs
 * @param isUnquantised whether what it says of quantised weights is left out
 * @param tokens the new numbers of tokens
 */
public record ConfigEdit(ModelChanges changes, boolean isUnquantised, TokenNumbers tokens) {

    /** A configuration is some KB; what is larger is none that this knows. */
    private static final int MAX_BYTES = 16 << 20;

    /** Python writes infinities and NaN into JSON. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    /** An edit that leaves the numbers of tokens as they are. */
    public ConfigEdit(ModelChanges changes, boolean isUnquantised) {
        this(changes, isUnquantised, TokenNumbers.unchanged());
    }

    /**
     * Returns the new contents: those of the companion, in their order, with the values that have
     * changed.
     *
     * @return empty where no value changes, or the contents are not well-formed: then the companion
     *     is to be copied as it is
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> edited(Companion config) throws IOException {
        byte[] contents;
        try (InputStream stream = config.open()) {
            contents = stream.readNBytes(MAX_BYTES + 1);
        }
        if (contents.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return edited(contents);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Set<Integer> layerLists(byte[] contents) {
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), contents)) {
            return LayerLists.in(from);
        }
    }

    private Optional<byte[]> edited(byte[] contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<Integer> perLayer = changes.layers().isPresent() ? layerLists(contents) : Set.of();
        boolean isEdited;
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), contents);
                JsonGenerator to = JSON.createGenerator(new IndentedJson(), bytes)) {
            isEdited = new ConfigCopy(from, to, this, perLayer).run();
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.US_ASCII));
        return isEdited ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
