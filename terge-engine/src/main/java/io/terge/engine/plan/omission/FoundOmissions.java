package io.terge.engine.plan.omission;

import io.terge.api.Omission;
import io.terge.api.Omission.Cause;
import io.terge.api.Omission.Effect;
import io.terge.api.Omission.Example;
import io.terge.engine.plan.named.NamedModel;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Omissions that are being counted. */
public final class FoundOmissions {

    private record Key(Cause cause, Effect effect, OptionalInt model) {}

    private static final class Count {

        private final List<Example> examples = new ArrayList<>();
        private int count;

        void add(String name, String detail) {
            count++;
            if (examples.size() < Omission.MOST_EXAMPLES) {
                examples.add(new Example(name, detail));
            }
        }
    }

    /**
     * The parameters that only one of the base and a model has.
     *
     * @param missing those that the model lacks
     * @param dropped those that the base lacks
     */
    record Unmatched(List<ParameterSpec> missing, List<ParameterSpec> dropped) {}

    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<Integer, Unmatched> unmatched = new HashMap<>();

    void copied(Cause cause, String name, String detail) {
        add(new Key(cause, Effect.COPIED, OptionalInt.empty()), name, detail);
    }

    void ofModel(Cause cause, Effect effect, NamedModel model, String name, String detail) {
        add(new Key(cause, effect, OptionalInt.of(model.place())), name, detail);
    }

    private void add(Key key, String name, String detail) {
        counts.computeIfAbsent(key, any -> new Count()).add(name, detail);
    }

    /** What a model and the base do not share, to add to and to look at. */
    Unmatched namesOf(NamedModel model) {
        return unmatched.computeIfAbsent(
                model.place(), any -> new Unmatched(new ArrayList<>(), new ArrayList<>()));
    }

    /** All omissions, in the order of causes, then of models. */
    public List<Omission> all() {
        return counts.entrySet().stream()
                .map(
                        entry ->
                                new Omission(
                                        entry.getKey().cause(),
                                        entry.getKey().effect(),
                                        entry.getKey().model(),
                                        entry.getValue().count,
                                        entry.getValue().examples))
                .sorted(
                        Comparator.comparing(Omission::cause)
                                .thenComparing(omission -> omission.model().orElse(-1))
                                .thenComparing(Omission::effect))
                .toList();
    }
}
