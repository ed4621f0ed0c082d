package io.terge.benchmarks.report;

import java.util.List;

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
        svg.append(Svg.text(LEFT, TOP - 12, "start", title));
        svg.append(Svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 12, "middle", xTitle));
        for (double tick : up.ticks()) {
            double y = up.place(tick, BOTTOM, TOP);
            svg.append(Svg.line(LEFT, y, RIGHT, y));
            svg.append(Svg.text(LEFT - 6, y + 4, "end", Axis.label(tick)));
        }
        for (double tick : across.ticks()) {
            double x = across.place(tick, LEFT, RIGHT);
            svg.append(Svg.line(x, BOTTOM, x, BOTTOM + 4));
            svg.append(Svg.text(x, BOTTOM + 18, "middle", Axis.label(tick)));
        }
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double x = across.place(point.x(), LEFT, RIGHT);
            double y = up.place(point.y(), BOTTOM, TOP);
            path.append(Svg.format("%.1f,%.1f ", x, y));
            svg.append(
                    Svg.format("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>\n", x, y, COLOUR));
        }
        svg.append(
                Svg.format(
                        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>\n",
                        path.toString().strip(), COLOUR));
        return svg.toString();
    }
}
