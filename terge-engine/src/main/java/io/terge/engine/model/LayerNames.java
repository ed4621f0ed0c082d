package io.terge.engine.model;

import io.terge.api.LayerPattern;
import io.terge.engine.plugin.Cancellation;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.selector.RegexInput;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds layers in the names of parameters: by a pattern, or as the first part between dots that is
 * a number and not the first of all.
 *
 * @param pattern its first group is the number
 */
public record LayerNames(Optional<Pattern> pattern) {

    private static final int MOST_DIGITS = 6;

    /** Finds layers as a request says. */
    public static LayerNames of(Optional<LayerPattern> pattern) {
        return new LayerNames(pattern.map(one -> Pattern.compile(one.regex())));
    }

    /** Finds the layer in a name. */
    public Optional<LayerName> find(String name) {
        return pattern.isPresent() ? byPattern(pattern.get(), name) : byDots(name);
    }

    private static Optional<LayerName> byPattern(Pattern pattern, String name) {
        try {
            return byPattern(pattern.matcher(RegexInput.of(name)), name);
        } catch (RegexInput.LimitException endless) {
            throw endless.isInterrupted()
                    ? Cancellation.cancelled(endless)
                    : tooLong(pattern, "takes too many steps", name, endless);
        } catch (StackOverflowError tooDeep) {
            throw tooLong(pattern, "needs too much recursion", name, tooDeep);
        }
    }

    private static TergeException tooLong(
            Pattern pattern, String wrong, String name, Throwable cause) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_LAYOUT,
                                "The layer pattern '%s' %s for a name of %d characters"
                                        .formatted(pattern, wrong, name.length()))
                        .fix("avoid nested repetition such as (a+)+"),
                cause);
    }

    private static Optional<LayerName> byPattern(Matcher found, String name) {
        return found.find() && found.start(1) >= 0 && isNumber(name, found.start(1), found.end(1))
                ? Optional.of(at(name, found.start(1), found.end(1)))
                : Optional.empty();
    }

    private static Optional<LayerName> byDots(String name) {
        int dot = name.indexOf('.');
        while (dot >= 0) {
            int end = name.indexOf('.', dot + 1);
            int stop = end < 0 ? name.length() : end;
            if (isNumber(name, dot + 1, stop)) {
                return Optional.of(at(name, dot + 1, stop));
            }
            dot = end;
        }
        return Optional.empty();
    }

    private static LayerName at(String name, int from, int to) {
        boolean isPadded = name.charAt(from) == '0';
        return new LayerName(
                name.substring(0, from),
                Integer.parseInt(name, from, to, 10),
                isPadded ? to - from : 1,
                name.substring(to));
    }

    private static boolean isNumber(String name, int from, int to) {
        boolean isNumber = from < to && to - from <= MOST_DIGITS;
        for (int i = from; i < to && isNumber; i++) {
            isNumber = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return isNumber;
    }
}
