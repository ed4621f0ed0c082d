package io.terge.benchmarks.report;

import java.util.Locale;

/** Pieces of a picture. */
final class Svg {

    private Svg() {}

    static String line(double x1, double y1, double x2, double y2) {
        return format(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#ccc'/>\n", x1, y1, x2, y2);
    }

    static String text(double x, double y, String anchor, String text) {
        return format(
                "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>\n",
                x, y, anchor, Chart.escaped(text));
    }

    static String bar(double x, double y, double width, double height, String colour) {
        return format(
                "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>\n",
                x, y, width, height, colour);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
