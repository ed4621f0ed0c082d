package io.terge.engine.lineage;

import io.terge.api.Action;
import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.MergePlan;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.execute.MergeRecord;
import io.terge.engine.execute.ParameterOutcome;
import io.terge.engine.plugin.TergeVersion;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records how every merged parameter of a plan came about. */
public final class LineageRecorder {

    private final TergeVersion version;

    @Inject
    LineageRecorder(TergeVersion version) {
        this.version = version;
    }

    /**
     * Returns the lineage of a plan that has been run.
     *
     * @param record what came of the run: an outcome for each parameter that the plan merges
     */
    public Lineage record(MergePlan plan, MergeRecord record) {
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        for (ParameterPlan parameter : plan.parameters()) {
            if (parameter.action() instanceof Action.Merge merge) {
                String name = parameter.output().name();
                parameters.put(
                        name,
                        lineage(
                                merge,
                                Objects.requireNonNull(record.parameters().get(name), name)));
            }
        }
        return new Lineage(
                version.text(),
                plan.models().stream().filter(model -> model.index().isPresent()).toList(),
                plan.baseModel(),
                plan.seed(),
                record.surveys(),
                parameters);
    }

    private static ParameterLineage lineage(Action.Merge merge, ParameterOutcome outcome) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < merge.inputs().size(); i++) {
            Operand input = merge.inputs().get(i);
            OptionalDouble coefficient =
                    outcome.coefficients().isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(outcome.coefficients().get(i));
            contributions.add(
                    new Contribution(input.model(), input.weight(), coefficient, input.options()));
        }
        return new ParameterLineage(
                merge.method(), merge.options(), outcome.base(), contributions, outcome.notes());
    }
}
