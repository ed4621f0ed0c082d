package io.terge.engine.builtin;

import java.util.Arrays;

/**
 * A pattern with wildcards. Matching takes time in proportion to the lengths of pattern and name,
 * whatever they are: all places of the pattern that fit are followed at once. A regular expression
 * would try them one after the other, which for some patterns takes years.
 */
final class GlobPattern {

    private static final int ANY = -1;
    private static final int ANY_BUT_DOTS = -2;
    private static final int ONE_BUT_DOT = -3;

    /** Code points, and the wildcards. */
    private final int[] tokens;

    private GlobPattern(int[] tokens) {
        this.tokens = tokens;
    }

    static GlobPattern of(String expression) {
        int[] points = expression.codePoints().toArray();
        int[] tokens = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '*' && i + 1 < points.length && points[i + 1] == '*') {
                tokens[count++] = ANY;
                i++;
            } else if (points[i] == '*') {
                tokens[count++] = ANY_BUT_DOTS;
            } else {
                tokens[count++] = points[i] == '?' ? ONE_BUT_DOT : points[i];
            }
        }
        return new GlobPattern(Arrays.copyOf(tokens, count));
    }

    /** Whether the whole name fits. */
    boolean matches(String name) {
        // Whether the tokens before a place fit the part of the name that has been read.
        boolean[] fits = new boolean[tokens.length + 1];
        fits[0] = true;
        skipWildcards(fits);
        boolean any = true;
        for (int at = 0; any && at < name.length(); ) {
            int point = name.codePointAt(at);
            at += Character.charCount(point);
            any = read(point, fits);
        }
        return fits[tokens.length];
    }

    /** Reads a character, and tells whether any place still fits. */
    private boolean read(int point, boolean[] fits) {
        boolean any = false;
        // Backwards: a place takes its value from the one before, as that was.
        for (int place = tokens.length; place >= 0; place--) {
            boolean stays = place < tokens.length && fits[place] && repeats(tokens[place], point);
            boolean advances = place > 0 && fits[place - 1] && isOne(tokens[place - 1], point);
            fits[place] = stays || advances;
            any |= fits[place];
        }
        skipWildcards(fits);
        return any;
    }

    /** A wildcard for any text also stands for none. */
    private void skipWildcards(boolean[] fits) {
        for (int place = 0; place < tokens.length; place++) {
            fits[place + 1] |=
                    fits[place] && (tokens[place] == ANY || tokens[place] == ANY_BUT_DOTS);
        }
    }

    private static boolean repeats(int token, int point) {
        return token == ANY || token == ANY_BUT_DOTS && point != '.';
    }

    private static boolean isOne(int token, int point) {
        return token == point || token == ONE_BUT_DOT && point != '.';
    }
}
