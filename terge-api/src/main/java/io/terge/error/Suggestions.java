package io.terge.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds names similar to a misspelled one, by Levenshtein distance. */
public final class Suggestions {

    private static final int MOST = 3;

    // What is longer is no misspelled name, and would take long to compare.
    private static final int LONGEST = 200;

    private Suggestions() {}

    /** Returns at most three similar names, the most similar first. */
    public static List<String> near(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        int tolerance = Math.max(2, written.length() / 3);
        return names.stream()
                .filter(name -> distance(written, name) <= tolerance && isAlike(written, name))
                .sorted(
                        Comparator.<String>comparingInt(name -> distance(written, name))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Returns {@code " Did you mean 'x' or 'y'?"}, or an empty text if no name is similar. */
    public static String question(String written, Collection<String> names) {
        List<String> near = near(written, names);
        return near.isEmpty()
                ? ""
                : near.stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", " Did you mean ", "?"));
    }

    // Half of a name must be written right, but its letters may be in another order.
    private static boolean isAlike(String written, String name) {
        int longest = Math.max(written.length(), name.length());
        return longest <= 2
                || 2 * distance(written, name) <= longest
                || letters(written).equals(letters(name));
    }

    private static List<Integer> letters(String name) {
        return name.toLowerCase(Locale.ROOT).chars().sorted().boxed().toList();
    }

    // Levenshtein's distance: how many characters to insert, delete or replace.
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
