package io.terge.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rows of a model with another's tokens come about. As text: {@code
 * kept:30000,computed:2000,padded:16}.
 *
 * @param kept how many are those of the model, as the donor has their tokens, too
 * @param computed how many are computed from others, as the model lacks their tokens
 * @param padded how many belong to no token
 * @since 0.1
 */
public record TransplantedRows(int kept, int computed, int padded) {

    static final String EXAMPLE = "kept:30000,computed:2000,padded:16";

    private static final Pattern TEXT =
            Pattern.compile("kept:([0-9]{1,9}),computed:([0-9]{1,9}),padded:([0-9]{1,9})");

    /** Reads a text; empty if it is malformed. */
    static Optional<TransplantedRows> parse(String text) {
        Matcher numbers = TEXT.matcher(text);
        return numbers.matches()
                ? Optional.of(
                        new TransplantedRows(
                                Integer.parseInt(numbers.group(1)),
                                Integer.parseInt(numbers.group(2)),
                                Integer.parseInt(numbers.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "kept:%d,computed:%d,padded:%d".formatted(kept, computed, padded);
    }
}
