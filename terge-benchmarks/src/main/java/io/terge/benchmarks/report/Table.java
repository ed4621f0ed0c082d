package io.terge.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Rows of cells in columns; the first to the left, all others, which are numbers, to the right. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** Starts with a row of headings. */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row; all rows have the same number of cells. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The rows, as lines. */
    public String text() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size()).map(column -> width(column)).toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(row.getFirst());
            text.repeat(' ', widths[0] - row.getFirst().length());
            for (int column = 1; column < widths.length; column++) {
                text.repeat(' ', 2 + widths[column] - row.get(column).length());
                text.append(row.get(column));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** A number with so many decimals. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Bytes in millions; a dash if they are not known. */
    public static String megabytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "-" : number(bytes.getAsLong() / 1e6, 0);
    }
}
