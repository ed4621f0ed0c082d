package io.terge.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * One curve over axes that start at zero.
 *
 * @param title what it shows, with its unit
 * @param xTitle what goes to the right, with its unit
 * @param points the points, from left to right
 */
public record Panel(String title, String xTitle, List<Point> points) {

    static final int WIDTH = 440;
    static final int HEIGHT = 260;

    private static final int LEFT = 60;
    private static final int RIGHT = WIDTH - 24;
    private static final int TOP = 32;
    private static final int BOTTOM = HEIGHT - 46;
    private static final String COLOUR = "#1f6feb";

    /**
     * A point.
     *
     * @param x to the right
     * @param y upwards
     */
    public record Point(double x, double y) {}

    String svg() {
        Axis across = Axis.upTo(points.stream().mapToDouble(Point::x).max().orElse(1));
        Axis up = Axis.upTo(points.stream().mapToDouble(Point::y).max().orElse(1));
        StringBuilder svg = new StringBuilder();
        svg.append(text(LEFT, TOP - 12, "start", title));
        svg.append(text((LEFT + RIGHT) / 2.0, HEIGHT - 12, "middle", xTitle));
        for (double tick : up.ticks()) {
            double y = up.place(tick, BOTTOM, TOP);
            svg.append(line(LEFT, y, RIGHT, y));
            svg.append(text(LEFT - 6, y + 4, "end", Axis.label(tick)));
        }
        for (double tick : across.ticks()) {
            double x = across.place(tick, LEFT, RIGHT);
            svg.append(line(x, BOTTOM, x, BOTTOM + 4));
            svg.append(text(x, BOTTOM + 18, "middle", Axis.label(tick)));
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = across.place(point.x(), LEFT, RIGHT);
            double y = up.place(point.y(), BOTTOM, TOP);
            path.append(format("%.1f,%.1f ", x, y));
            svg.append(format("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>%n", x, y, COLOUR));
        }
        svg.append(
                format(
                        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>%n",
                        path.toString().strip(), COLOUR));
        return svg.toString();
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return format(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#ccc'/>%n", x1, y1, x2, y2);
    }

    private static String text(double x, double y, String anchor, String text) {
        return format(
                "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
                x, y, anchor, Chart.escaped(text));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
