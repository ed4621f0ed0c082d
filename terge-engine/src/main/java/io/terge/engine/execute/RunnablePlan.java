package io.terge.engine.execute;

import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.cost.MemoryProblem;
import io.terge.engine.execute.open.PlannedPlugins;
import io.terge.engine.model.InputsWithin;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a plan before it is run: it need not have been made by this merger, or just now.
 *
 * @param plan the plan
 * @param output where its result goes
 */
record RunnablePlan(MergePlan plan, OutputPlan output) {

    /**
     * Checks that it can be run with some settings and the plugins that are installed.
     *
     * @throws MergeRejectedException with all of its problems, if it cannot
     */
    void check(ExecutionSettings settings, PlannedPlugins plugins) {
        requireSound();
        Set<Problem> problems = new LinkedHashSet<>();
        plan.stages().forEach(stage -> addProblems(stage.plan(), settings, plugins, problems));
        addProblems(plan, settings, plugins, problems);
        if (!problems.isEmpty()) {
            throw new MergeRejectedException("Cannot run the plan", List.copyOf(problems));
        }
    }

    private void addProblems(
            MergePlan part,
            ExecutionSettings settings,
            PlannedPlugins plugins,
            Set<Problem> problems) {
        problems.addAll(plugins.problems(part));
        problems.addAll(
                InputsWithin.of(output.target())
                        .problems(part.models().stream().map(ModelUse::reference)));
        new MemoryProblem(settings)
                .of(settings.fitting(part.parameters()).memory(), part.parameters())
                .ifPresent(problems::add);
    }

    private void requireSound() {
        try {
            plan.requireSound();
        } catch (IllegalArgumentException unsound) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_PLAN,
                                    "The plan cannot be run: " + unsound.getMessage())
                            .fix("plan again"),
                    unsound);
        }
    }
}
