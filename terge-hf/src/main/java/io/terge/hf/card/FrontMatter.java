package io.terge.hf.card;

import io.terge.spi.format.Companion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The YAML at the start of a {@code README.md}, which makes it the card of one model: it must not
 * be passed off as the card of another.
 *
 * @param yaml the lines between the two fences, not parsed
 */
public record FrontMatter(String yaml) {

    private static final String FENCE = "---";

    /** The front matter is at the start; no card has this much of it. */
    private static final int MOST_BYTES = 1 << 18;

    /** The front matter of a model's README; empty where there is none. */
    public static Optional<FrontMatter> of(List<Companion> companions) throws IOException {
        Optional<Companion> readme =
                companions.stream().filter(each -> each.name().equals(ModelCard.FILE)).findFirst();
        if (readme.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = readme.get().open()) {
            return in(new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    /**
     * Finds it in a text.
     *
     * @return empty if the first line is no fence, or no other line closes it
     */
    static Optional<FrontMatter> in(String text) {
        String[] lines = withoutMark(text).split("\\R", -1);
        if (!isFence(lines[0])) {
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder();
        for (int line = 1; line < lines.length; line++) {
            if (isFence(lines[line])) {
                return Optional.of(new FrontMatter(yaml.toString()));
            }
            yaml.append(lines[line]).append('\n');
        }
        return Optional.empty();
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FENCE);
    }

    /** Editors of Windows put a byte order mark before the first line. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
