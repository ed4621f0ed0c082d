package io.terge.recipes.yaml;

/**
 * A place in a file.
 *
 * @param file the file's name, as messages show it
 * @param line the line, from 1; 0 for the whole of it
 * @param column the column, from 1; 0 for the whole of it
 */
public record Place(String file, int line, int column) {

    /** A text that is not in a file, and short enough to be shown as a whole. */
    public static Place whole(String text) {
        return new Place(text, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : "%s:%d:%d".formatted(file, line, column);
    }
}
