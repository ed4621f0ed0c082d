package io.terge.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan by the {@code terge} command, from the start of its process to the end. Makes no output.
 *
 * @param launcher the command
 * @param models what would be merged
 * @param isJson whether the plan is printed as JSON
 */
public record CommandPlan(Path launcher, List<Path> models, boolean isJson) implements Task {

    @Override
    public Measurement run(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "plan"));
        models.forEach(model -> command.add(model.toString()));
        if (isJson) {
            command.add("--json");
        }
        return ChildProcess.run(command).measurement();
    }
}
