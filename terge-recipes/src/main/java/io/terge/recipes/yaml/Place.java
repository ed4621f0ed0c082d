package io.terge.recipes.yaml;

/**
 * A place in a file.
 *
 * @param file the file's name, as messages show it
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) {

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
