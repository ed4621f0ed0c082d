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

    private static final int WIDTH = 79;
    private static final int MILLISECONDS_BETWEEN = 200;
    private static final long MEGABYTE = 1_000_000;

    private final PrintWriter err;
    private String opening = "";
    private @Nullable ProgressBar bar;

    ProgressDisplay(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void opening(String doing, long done, long total) {
        if (!doing.equals(opening)) {
            endOpening();
            opening = doing;
        }
        String percent = total > 0 ? " " + Math.round(100.0 * done / total) + "%" : "";
        int room = WIDTH - percent.length();
        String shown = Printable.line(doing);
        String cut = shown.substring(0, Math.min(room, shown.length()));
        err.print('\r' + cut + percent + " ".repeat(room - cut.length()));
        err.flush();
    }

    @Override
    public void started(MergePlan plan) {
        endOpening();
        bar =
                new ProgressBarBuilder()
                        .setTaskName("merging")
                        .setInitialMax(plan.bytesRead())
                        .setUnit(" MB", MEGABYTE)
                        .showSpeed()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(MILLISECONDS_BETWEEN)
                        .setConsumer(new OneLine(err))
                        .build();
    }

    @Override
    public void progressed(MergeProgress progress) {
        if (bar != null) {
            bar.stepTo(progress.bytesDone());
        }
    }

    @Override
    public void close() {
        endOpening();
        if (bar != null) {
            bar.close();
        }
    }

    private void endOpening() {
        if (!opening.isEmpty()) {
            err.println();
            opening = "";
        }
    }

    /** Draws over the previous line, on any terminal. */
    private record OneLine(PrintWriter err) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String line) {
            err.print('\r' + line);
            err.flush();
        }

        @Override
        public void close() {
            err.println();
        }
    }
}
