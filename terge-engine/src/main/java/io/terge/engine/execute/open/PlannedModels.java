package io.terge.engine.execute.open;

import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.model.HeaderDigests;
import io.terge.engine.model.ModelHeaders;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ViewSettings;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that models are as they were when a plan was made.
 *
 * @param models the models
 * @param operands what is read of each, by its place among them
 * @param digests computes the digests of their headers
 */
record PlannedModels(
        List<ModelUse> models, Map<Integer, List<Operand>> operands, HeaderDigests digests) {

    private static final int MOST_NAMES = 3;

    static PlannedModels of(MergePlan plan) {
        Map<Integer, List<Operand>> operands = new HashMap<>();
        for (ParameterPlan parameter : plan.parameters()) {
            for (Operand operand : parameter.action().operands()) {
                operands.computeIfAbsent(operand.model(), first -> new ArrayList<>()).add(operand);
            }
        }
        return new PlannedModels(plan.models(), operands, new HeaderDigests());
    }

    /**
     * Checks a model.
     *
     * @throws TergeException with code {@code MODEL_CHANGED} if it is not as planned
     */
    void check(int index, ModelHeaders headers) {
        ModelUse use = models.get(index);
        List<Operand> read = operands.getOrDefault(index, List.of());
        FoundParameters now = new FoundParameters(headers.parameters());
        for (Operand operand : read) {
            ParameterSpec planned = operand.stored();
            ParameterSpec spec = now.find(planned.name());
            if (spec == null) {
                throw changed(use, planned.name(), "it is missing");
            }
            if (!spec.equals(planned)) {
                throw changed(use, planned.name(), "expected %s, got %s".formatted(planned, spec));
            }
            Footprint footprint = headers.footprint(spec);
            if (!footprint.equals(operand.footprint())) {
                throw changed(
                        use,
                        planned.name(),
                        "the cost of reading it was %s and is now %s"
                                .formatted(operand.footprint(), footprint));
            }
        }
        if (!digests.of(headers).equals(use.digest())) {
            throw changedElsewhere(use, read, headers.parameters());
        }
    }

    /** Finds parameters by name; quickly where they are asked for in their order. */
    private static final class FoundParameters {

        private final List<ParameterSpec> all;
        private final Map<String, ParameterSpec> byName = new HashMap<>();
        private int next;

        FoundParameters(List<ParameterSpec> all) {
            this.all = all;
        }

        @Nullable ParameterSpec find(String name) {
            if (next < all.size() && all.get(next).name().equals(name)) {
                return all.get(next++);
            }
            if (byName.isEmpty()) {
                all.forEach(spec -> byName.put(spec.name(), spec));
            }
            return byName.get(name);
        }
    }

    private static TergeException changed(ModelUse use, String name, String how) {
        return new TergeException(
                problem(
                        "'%s' of %s".formatted(name, ViewSettings.shown(use.reference())),
                        "has",
                        how));
    }

    private static TergeException changedElsewhere(
            ModelUse use, List<Operand> read, List<ParameterSpec> all) {
        Set<String> names =
                read.stream().map(each -> each.stored().name()).collect(Collectors.toSet());
        List<String> others =
                all.stream()
                        .map(ParameterSpec::name)
                        .filter(name -> !names.contains(name))
                        .toList();
        Problem problem =
                problem(
                        "The headers of " + ViewSettings.shown(use.reference()),
                        "have",
                        "only parts that the plan does not read have changed");
        return new TergeException(
                others.isEmpty() ? problem : problem.note("not read by the plan: " + some(others)));
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static Problem problem(String subject, String verb, String how) {
        return Problem.of(
                        TergeCode.MODEL_CHANGED,
                        "%s %s changed since the plan was made: %s".formatted(subject, verb, how))
                .fix("plan again, and do not modify the models until the merge is done");
    }
}
