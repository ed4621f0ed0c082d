package io.terge.hf.card;

import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a model card says of a tokenizer that comes from another model.
 *
 * @param donor the other model
 * @param rows how the rows of embeddings came about
 */
public record TokenizerNote(ModelReference donor, String rows) {

    /**
     * Returns the card of a model with this note at its end.
     *
     * @param files the files of the model
     * @return empty if none of them is a model card
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> in(List<Companion> files) throws IOException {
        if (FrontMatter.of(files).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Companion file : files) {
            if (file.name().equals(ModelCard.FILE)) {
                try (InputStream stream = file.open()) {
                    text.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        text.append(text.toString().endsWith("\n") ? "" : "\n")
                .append("\n## Tokenizer\n\nThe tokenizer comes from ")
                .append(ModelName.of(donor))
                .append(", by `terge transplant`. Rows of embeddings: ")
                .append(rows)
                .append(".\n");
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
