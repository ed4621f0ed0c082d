package io.terge.engine.plan.omission;

import io.terge.api.Operand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The stored parameters of models that a plan reads. */
final class UsedParameters {

    private final List<Set<String>> byModel = new ArrayList<>();

    UsedParameters(int models) {
        for (int i = 0; i < models; i++) {
            byModel.add(new HashSet<>());
        }
    }

    void add(Operand operand) {
        byModel.get(operand.model()).add(operand.stored().name());
    }

    boolean contains(int model, String stored) {
        return byModel.get(model).contains(stored);
    }
}
