package io.terge.cli.text;

/**
 * Shortens long names in the middle, where those of one model differ least, so that the lines of a
 * table stay readable.
 */
final class NameColumn {

    /** The width of a line, as far as names decide it. */
    static final int LINE = 100;

    private static final int LEAST = 40;
    private static final String GAP = "...";

    private final int width;
    private int shortened;

    /**
     * Makes a column.
     *
     * @param others the width of everything else in a line
     */
    NameColumn(int others) {
        this.width = Math.max(LEAST, LINE - others);
    }

    /** Returns a name as it is shown. */
    String of(String name) {
        String line = Printable.line(name);
        int length = line.codePointCount(0, line.length());
        if (length <= width) {
            return line;
        }
        shortened++;
        int start = (width - GAP.length()) / 2;
        int end = width - GAP.length() - start;
        return line.substring(0, line.offsetByCodePoints(0, start))
                + GAP
                + line.substring(line.offsetByCodePoints(line.length(), -end));
    }

    /** How many names were shortened. */
    int shortened() {
        return shortened;
    }
}
