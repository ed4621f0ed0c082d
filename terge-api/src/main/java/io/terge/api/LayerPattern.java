package io.terge.api;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How the names of parameters number their layers, where a layer is not the first part between dots
 * that is a number.
 *
 * @param regex a Java regular expression, found anywhere in the name. Its first group is the number
 *     of the layer, from 0: {@code blocks_(\\d+)} in {@code net.blocks_3.w}. A name in which it is
 *     not found belongs to no layer
 * @since 0.1
 */
public record LayerPattern(String regex) {

    /**
     * @throws IllegalArgumentException if it is no regular expression, or has no group
     */
    public LayerPattern {
        try {
            if (Pattern.compile(regex).matcher("").groupCount() == 0) {
                throw new IllegalArgumentException(
                        "The layer pattern '%s' has no group for the number".formatted(regex)
                                + ", as in blocks_(\\d+)");
            }
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "The layer pattern '%s' is not a regular expression: %s"
                            .formatted(regex, wrong.getDescription()),
                    wrong);
        }
    }
}
