package io.terge.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text that is a list of quoted names, in lines. */
final class ListedNames {

    private static final int MOST = 20;
    private static final Pattern BETWEEN = Pattern.compile("(?<='), (?=')");

    private ListedNames() {}

    /**
     * Returns the lines: one if the text is short or no such list, else one for each of the first
     * names and one that counts the others.
     *
     * @param room the width of a line
     */
    static List<String> lines(String text, int room) {
        if (text.length() <= room) {
            return List.of(text);
        }
        List<String> names = List.of(BETWEEN.split(text));
        if (names.size() <= MOST) {
            return names;
        }
        List<String> lines = new ArrayList<>(names.subList(0, MOST));
        lines.add("and %d more".formatted(names.size() - MOST));
        return lines;
    }
}
