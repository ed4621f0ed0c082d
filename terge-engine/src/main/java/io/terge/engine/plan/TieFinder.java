package io.terge.engine.plan;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.engine.plan.named.RequestModels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Finds output parameters that are another one under a second name: the base ties them, every model
 * that they are made from ties them likewise, and the request decides the same for both. All others
 * come about by themselves.
 *
 * @param models the models, whose ties count
 */
record TieFinder(RequestModels models) {

    /** Returns the decision for a parameter, given those for all. */
    Action tied(String name, Action own, SequencedMap<String, Action> all) {
        Optional<String> to = Optional.ofNullable(models.baseModel().ties().get(name));
        return to.filter(other -> isSame(name, other, own, Optional.ofNullable(all.get(other))))
                .<Action>map(Action.Tied::new)
                .orElse(own);
    }

    private boolean isSame(String name, String to, Action own, Optional<Action> other) {
        return other.isPresent()
                && own.operands().stream()
                        .allMatch(operand -> models.all().get(operand.model()).ties(name, to))
                && anonymous(own).equals(anonymous(other.get()));
    }

    // All that makes a difference but the names.
    private static List<Object> anonymous(Action action) {
        List<Object> operands = action.operands().stream().map(TieFinder::anonymous).toList();
        return switch (action) {
            case Action.Merge merge ->
                    List.of(merge.method(), merge.options(), operands, merge.base().isPresent());
            case Action.Copy copy -> List.of(copy.reason(), operands);
            case Action.Tied tied -> List.of(tied);
        };
    }

    private static Object anonymous(Operand operand) {
        return List.of(
                operand.model(), operand.rows(), operand.weight(), Map.copyOf(operand.options()));
    }
}
