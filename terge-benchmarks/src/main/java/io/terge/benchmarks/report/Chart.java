package io.terge.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A picture of curves, each in a panel of its own, two in a row; or of bars. */
public final class Chart {

    private static final int WIDTH = Panel.WIDTH * 2;
    private static final int TOP = 64;

    private Chart() {}

    /**
     * Writes an SVG file.
     *
     * @param title what it shows
     * @param place where it was measured
     * @param panels the curves
     */
    public static void write(Path file, String title, String place, List<Panel> panels)
            throws IOException {
        int height = TOP + (panels.size() + 1) / 2 * Panel.HEIGHT;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < panels.size(); i++) {
            int x = i % 2 * Panel.WIDTH;
            int y = TOP + i / 2 * Panel.HEIGHT;
            svg.append("<g transform=\"translate(%d %d)\">\n".formatted(x, y));
            svg.append(panels.get(i).svg()).append("</g>\n");
        }
        Files.writeString(file, page(title, place, height, svg.toString()));
    }

    /**
     * Returns a picture of bars.
     *
     * @param title what it shows
     * @param place where it was measured
     */
    static String ofBars(String title, String place, List<Bars> groups) {
        StringBuilder svg = new StringBuilder();
        int y = TOP;
        for (Bars bars : groups) {
            svg.append("<g transform=\"translate(0 %d)\">\n".formatted(y));
            svg.append(bars.svg(WIDTH)).append("</g>\n");
            y += bars.height();
        }
        return page(title, place, y, svg.toString());
    }

    private static String page(String title, String place, int height, String pictures) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" \
        height="%2$d" font-family="sans-serif" font-size="12" fill="#222">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="16" y="26" font-size="17">%3$s</text>
        <text x="16" y="46" fill="#666" font-size="11">%4$s</text>
        %5$s</svg>
        """
                .formatted(WIDTH, height, escaped(title), escaped(place), pictures);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
