package io.terge.benchmarks.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of the benchmarks in a process of its own, with the JVM and options of this. */
public final class OwnProcess {

    private OwnProcess() {}

    /**
     * Runs a program to its end.
     *
     * @return what it printed
     * @throws IOException if it fails, with all that it printed
     */
    public static String run(Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        ChildProcess ended = ChildProcess.run(command);
        ended.requireSuccess();
        return ended.output();
    }
}
