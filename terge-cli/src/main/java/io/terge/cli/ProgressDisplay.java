package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;
import io.terge.cli.text.Printable;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;

/**
 * Shows progress in one line: while a model is opened, what is done and how far it is; in a merge,
 * bytes, rate and time left.
 */
final class ProgressDisplay implements MergeListener, AutoCloseable {

    private static final int MOST_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 10;

    /** In fewer columns there is no room for the time left, or for the rate: they would be cut. */
    private static final int COLUMNS_FOR_TIME_LEFT = 70;

    private static final int COLUMNS_FOR_RATE = 55;

    private static final int MILLISECONDS_BETWEEN = 200;
    private static final long MEGABYTE = 1_000_000;

    private final PrintWriter err;
    private final int width;
    private double share = 1;
    private String opening = "";
    private @Nullable ProgressBar bar;

    /**
     * Starts a display.
     *
     * @param columns the width of the terminal; its last column stays empty, because some terminals
     *     start a new line after it
     */
    ProgressDisplay(PrintWriter err, int columns) {
        this.err = err;
        this.width = Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS) - 1;
    }

    @Override
    public void opening(String doing, long done, long total) {
        if (!doing.equals(opening)) {
            endOpening();
            opening = doing;
        }
        String percent = total > 0 ? " " + Math.round(100.0 * done / total) + "%" : "";
        int room = width - percent.length();
        String shown = Printable.line(doing);
        String cut = shown.substring(0, Math.min(room, shown.length()));
        err.print('\r' + cut + percent + " ".repeat(room - cut.length()));
        err.flush();
    }

    @Override
    public void started(MergePlan plan) {
        endOpening();
        // The rate is that of the summary: of the bytes read and written.
        long total = plan.bytesRead() + plan.bytesWritten();
        share = (double) total / Math.max(1, plan.bytesRead());
        ProgressBarBuilder builder =
                new ProgressBarBuilder()
                        .setTaskName("merging")
                        .setInitialMax(total)
                        .setUnit(" MB", MEGABYTE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(MILLISECONDS_BETWEEN)
                        .setConsumer(new OneLine(err, width));
        if (width < COLUMNS_FOR_TIME_LEFT) {
            builder.hideEta();
        }
        if (width >= COLUMNS_FOR_RATE) {
            builder.showSpeed();
        }
        bar = builder.build();
    }

    @Override
    public void progressed(MergeProgress progress) {
        if (bar != null) {
            bar.stepTo(Math.round(progress.bytesDone() * share));
        }
    }

    @Override
    public void close() {
        endOpening();
        if (bar != null) {
            bar.close();
            err.println();
        }
    }

    private void endOpening() {
        if (!opening.isEmpty()) {
            err.println();
            opening = "";
        }
    }

    /** Draws over the previous line, on any terminal. */
    private record OneLine(PrintWriter err, int width) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        @Override
        public void accept(String line) {
            err.print('\r' + line.substring(0, Math.min(width, line.length())));
            err.flush();
        }

        @Override
        public void close() {} // The line ends with the display: the bar may end in the background.
    }
}
