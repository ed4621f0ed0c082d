package io.terge.djl.memory;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that a block can take a model, before anything of it changes. */
record TargetCheck(LiveBlock target, ModelBlueprint blueprint) {

    private static final int SHOWN = 3;

    /**
     * @throws TergeException if the block has other parameters than the model
     */
    void check() {
        List<String> faults = new ArrayList<>();
        Map<Object, String> written = new HashMap<>();
        Map<String, ParameterSpec> given = new LinkedHashMap<>();
        for (ParameterSpec spec : blueprint.parameters()) {
            given.put(spec.name(), spec);
            if (!target.arrays().containsKey(spec.name())) {
                faults.add("%s is missing in the target".formatted(Quoted.of(spec.name())));
            }
        }
        // The values of a tie go to its own array too, if the target has one.
        blueprint
                .ties()
                .forEach((name, other) -> given.put(name, requireNonNull(given.get(other))));
        target.arrays()
                .forEach(
                        (name, array) -> {
                            ParameterSpec spec = given.get(name);
                            if (spec == null) {
                                faults.add(
                                        "%s of the target is not in the model"
                                                .formatted(Quoted.of(name)));
                            } else {
                                compare(array, spec, faults);
                                checkTie(
                                        written.putIfAbsent(array.identity(), spec.name()),
                                        spec,
                                        faults);
                            }
                        });
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    private static void compare(LiveArray array, ParameterSpec spec, List<String> faults) {
        ParameterSpec there = array.spec();
        if (!there.dtype().equals(spec.dtype()) || !there.shape().equals(spec.shape())) {
            faults.add(
                    "%s: expected %s %s, got %s %s"
                            .formatted(
                                    Quoted.of(there.name()),
                                    there.dtype(),
                                    there.shape(),
                                    spec.dtype(),
                                    spec.shape()));
        }
    }

    // Two parameters written to one array would leave only the second.
    private static void checkTie(@Nullable String other, ParameterSpec spec, List<String> faults) {
        if (other != null && !other.equals(spec.name()) && spec.byteSize() > 0) {
            faults.add(
                    "%s and %s are two parameters of the model, but one array in the target"
                            .formatted(Quoted.of(other), Quoted.of(spec.name())));
        }
    }

    private TergeException refusal(List<String> faults) {
        Problem problem =
                Problem.of(
                        DjlCode.DJL_TARGET_MISMATCH,
                        "%s does not have the parameters of the merged model"
                                .formatted(target.label()));
        for (String fault : faults.subList(0, Math.min(SHOWN, faults.size()))) {
            problem = problem.note(fault);
        }
        if (faults.size() > SHOWN) {
            problem = problem.note("and %d more".formatted(faults.size() - SHOWN));
        }
        return new TergeException(
                problem.fix(
                        "merge into a block of the same architecture and type as the base, or into"
                                + " a file"));
    }
}
