package io.terge.engine.lineage;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.MergePlan;
import io.terge.api.ParameterPlan;

import jakarta.inject.Inject;

import java.util.SortedMap;
import java.util.TreeMap;

/** Records how every merged parameter of a plan came about. */
public final class LineageRecorder {

    private final TergeVersion version;

    @Inject
    LineageRecorder(TergeVersion version) {
        this.version = version;
    }

    /** Returns the lineage of a plan that has been run. */
    public Lineage record(MergePlan plan) {
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        plan.merged().forEach(merge -> parameters.put(merge.output().name(), lineage(merge)));
        return new Lineage(version.text(), plan.models(), plan.base(), parameters);
    }

    private static ParameterLineage lineage(ParameterPlan.Merge merge) {
        return new ParameterLineage(
                merge.method(),
                merge.options(),
                merge.shares().stream()
                        .map(share -> new Contribution(share.model(), share.weight()))
                        .toList());
    }
}
