package io.terge.examples.fuzz;

import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.api.OutputPlan;
import io.terge.json.PlanJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Reads a saved plan, and runs it if it is small.
 *
 * @param merger the engine
 * @param output the output of the plan before it was changed: nothing else may be written
 */
record PlanOpener(Merger merger, Path output) implements Opener {

    private static final long LARGEST_MERGE = 1 << 20;

    @Override
    public void open(Path folder, String location, RandomGenerator random) throws IOException {
        MergePlan plan = PlanJson.read(folder.resolve(location));
        if (plan.output().filter(this::mayBeWritten).isPresent()
                && plan.bytesWritten() < LARGEST_MERGE) {
            merger.merge(plan);
        }
    }

    private boolean mayBeWritten(OutputPlan planned) {
        return planned.target().path().filter(output::equals).isPresent();
    }
}
