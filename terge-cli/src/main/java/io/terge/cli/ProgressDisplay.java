package io.terge.cli;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeProgress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;

/** Shows a merge's progress in one line: bytes, rate and time left. */
final class ProgressDisplay implements MergeListener, AutoCloseable {

    private static final int WIDTH = 79;
    private static final int MILLISECONDS_BETWEEN = 200;
    private static final long MEGABYTE = 1_000_000;

    private final PrintWriter err;
    private @Nullable ProgressBar bar;

    ProgressDisplay(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void started(MergePlan plan) {
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
        if (bar != null) {
            bar.close();
        }
    }

    /** Draws over the line that was drawn before, without asking what terminal this is. */
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
