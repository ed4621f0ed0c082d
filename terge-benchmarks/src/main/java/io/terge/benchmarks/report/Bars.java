package io.terge.benchmarks.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Bars to the right from a common zero, two for each line: of a process of its own, and of the same
 * in a process that has warmed up.
 *
 * @param title what they show, with its unit
 * @param lines the lines, from the top
 */
record Bars(String title, List<Line> lines) {

    private static final int TOP = 30;
    private static final int BOTTOM = 34;
    private static final int LINE = 34;
    private static final int BAR = 12;
    private static final int LEFT = 230;
    private static final int SPACE = 60;
    private static final String PROCESS = "#1f6feb";
    private static final String WARM = "#8cb8f5";

    /**
     * A line.
     *
     * @param label what it is
     * @param process seconds of the process, if they were measured
     * @param warm seconds in a process that has warmed up, if they were measured
     */
    record Line(String label, OptionalDouble process, OptionalDouble warm) {

        private double longest() {
            return Math.max(process.orElse(0), warm.orElse(0));
        }
    }

    int height() {
        return TOP + lines.size() * LINE + BOTTOM;
    }

    String svg(int width) {
        Axis axis = Axis.upTo(lines.stream().mapToDouble(Line::longest).max().orElse(1));
        int right = width - SPACE;
        int bottom = TOP + lines.size() * LINE;
        StringBuilder svg = new StringBuilder();
        svg.append(Svg.text(16, TOP - 12, "start", title));
        svg.append(Svg.bar(LEFT, TOP - 21, BAR, BAR, PROCESS));
        svg.append(Svg.text(LEFT + 18, TOP - 11, "start", "a process, from start to exit"));
        svg.append(Svg.bar(LEFT + 210, TOP - 21, BAR, BAR, WARM));
        svg.append(Svg.text(LEFT + 228, TOP - 11, "start", "in a JVM that has warmed up"));
        for (double tick : axis.ticks()) {
            double x = axis.place(tick, LEFT, right);
            svg.append(Svg.line(x, TOP, x, bottom));
            svg.append(Svg.text(x, bottom + 16, "middle", Axis.label(tick)));
        }
        for (int i = 0; i < lines.size(); i++) {
            int y = TOP + i * LINE + 4;
            svg.append(Svg.text(LEFT - 8, y + 16, "end", lines.get(i).label()));
            append(lines.get(i).process(), y, PROCESS, axis, right, svg);
            append(lines.get(i).warm(), y + BAR + 1, WARM, axis, right, svg);
        }
        return svg.toString();
    }

    private static void append(
            OptionalDouble seconds, int y, String colour, Axis axis, int right, StringBuilder to) {
        if (seconds.isPresent()) {
            double end = axis.place(seconds.getAsDouble(), LEFT, right);
            to.append(Svg.bar(LEFT, y, end - LEFT, BAR, colour));
            to.append(Svg.text(end + 5, y + 10, "start", Table.number(seconds.getAsDouble(), 2)));
        }
    }
}
