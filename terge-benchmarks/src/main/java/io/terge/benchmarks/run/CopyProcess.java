package io.terge.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plain copy as a process of its own, from its start to its end: what {@code terge merge} is
 * compared with.
 *
 * @param models what is read
 * @param threads how many threads
 */
public record CopyProcess(List<Path> models, int threads) implements Task {

    /** Copies: the number of threads, the output, the models. */
    public static void main(String[] arguments) throws IOException {
        List<Path> models =
                Arrays.stream(arguments, 2, arguments.length).map(name -> Path.of(name)).toList();
        new PlainCopy(models, Integer.parseInt(arguments[0])).run(Path.of(arguments[1]));
    }

    @Override
    public Measurement run(Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What starts fastest, and is enough for a loop that calls the system.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(CopyProcess.class.getName(), Integer.toString(threads)));
        command.add(output.toString());
        models.forEach(model -> command.add(model.toString()));
        return ChildProcess.run(command).measurement();
    }
}
