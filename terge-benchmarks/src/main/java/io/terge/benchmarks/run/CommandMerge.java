package io.terge.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A merge by the {@code terge} command, from the start of its process to the end.
 *
 * @param launcher the command
 * @param recipe what is merged
 * @param threads on how many threads
 */
public record CommandMerge(Path launcher, Recipe recipe, int threads) implements Task {

    @Override
    public Measurement run(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "merge"));
        command.addAll(recipe.arguments(output));
        command.addAll(List.of("--threads", Integer.toString(threads), "--progress", "never"));
        return ChildProcess.run(command).measurement();
    }

    /** Has the command build itself if it has to, so that no run pays for it. */
    public static void prepare(Path launcher) throws IOException {
        ChildProcess.run(List.of(launcher.toString(), "methods")).measurement();
    }
}
