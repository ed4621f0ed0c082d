package io.terge.engine.lineage;

import io.terge.api.Action;
import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.CopiedLineage;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.MergePlan;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.engine.execute.MergeRecord;
import io.terge.engine.execute.ParameterOutcome;
import io.terge.engine.plugin.TergeVersion;
import io.terge.tensor.DType;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records how every parameter of a plan came about. */
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
        SortedMap<String, CopiedLineage> copied = new TreeMap<>();
        SortedMap<String, String> tied = new TreeMap<>();
        for (ParameterPlan parameter : plan.parameters()) {
            String name = parameter.output().name();
            DType dtype = parameter.output().dtype();
            switch (parameter.action()) {
                case Action.Merge merge ->
                        parameters.put(
                                name,
                                lineage(
                                        dtype,
                                        merge,
                                        Objects.requireNonNull(
                                                record.parameters().get(name), name)));
                case Action.Copy(Operand from, Action.Reason reason) ->
                        copied.put(
                                name,
                                new CopiedLineage(
                                        dtype,
                                        plan.models().get(from.model()).index(),
                                        from.stored().name(),
                                        reason));
                case Action.Tied(String to) -> tied.put(name, to);
            }
        }
        return new Lineage(
                version.text(),
                plan.models().stream().filter(model -> model.index().isPresent()).toList(),
                plan.baseModel(),
                plan.seed(),
                plan.plugins(),
                record.surveys(),
                parameters,
                copied,
                tied,
                plan.omissions(),
                plan.stages().stream().map(stage -> stage(stage, record)).toList(),
                plan.recipe());
    }

    private Lineage.Stage stage(StagePlan stage, MergeRecord record) {
        MergeRecord own = Objects.requireNonNull(record.stages().get(stage.name()), stage.name());
        return new Lineage.Stage(stage.name(), record(stage.plan(), own));
    }

    private static ParameterLineage lineage(
            DType dtype, Action.Merge merge, ParameterOutcome outcome) {
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
                Optional.of(dtype),
                merge.method(),
                merge.options(),
                outcome.base(),
                contributions,
                outcome.notes());
    }
}
