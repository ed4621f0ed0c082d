package io.terge.engine.plan.group;

import io.terge.engine.plan.named.NamedModel;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups of one model, by the names by which the request knows their parameters. */
final class ModelGroups {

    private final NamedModel model;
    private final Map<String, ParameterGroup> byMember = new HashMap<>();
    private final Map<String, ParameterGroup> byWhole = new HashMap<>();
    private final Set<ParameterGroup> withNumbers = new HashSet<>();

    ModelGroups(NamedModel model) {
        this.model = model;
        if (model.headers().groups().isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        model.known().forEach((name, stored) -> names.put(stored.name(), name));
        for (ParameterGroup group : model.headers().groups()) {
            for (String member : group.members()) {
                String name = names.get(member);
                if (name != null) {
                    byMember.putIfAbsent(name, group);
                    model.find(name)
                            .filter(spec -> spec.dtype().isFloating())
                            .ifPresent(number -> withNumbers.add(group));
                }
            }
            if (!group.whole().isEmpty()) {
                byWhole.putIfAbsent(model.names().apply(group.whole()), group);
            }
        }
    }

    NamedModel model() {
        return model;
    }

    boolean isEmpty() {
        return byMember.isEmpty();
    }

    /** The group that a parameter is part of, or that is stored instead of it. */
    Optional<ParameterGroup> group(String name) {
        ParameterGroup group = byMember.get(name);
        return Optional.ofNullable(group != null ? group : byWhole.get(name));
    }

    boolean isMember(String name) {
        return byMember.containsKey(name);
    }

    /** Whether a parameter is a number that stands for itself. */
    boolean isOrdinary(String name) {
        return !isMember(name)
                && model.find(name)
                        .map(ParameterSpec::dtype)
                        .filter(d -> d.isFloating())
                        .isPresent();
    }

    /** Whether the model has a parameter of this name, in whatever form. */
    boolean has(String name) {
        return model.known().containsKey(name) || byWhole.containsKey(name);
    }

    /** Whether any of a group's parameters could be merged by itself. */
    boolean hasNumbers(ParameterGroup group) {
        return withNumbers.contains(group);
    }

    /** The name that the request knows the whole of a group by. */
    Optional<String> whole(ParameterGroup group) {
        return group.whole().isEmpty()
                ? Optional.empty()
                : Optional.of(model.names().apply(group.whole()));
    }

    /** Whether the model has parameters that are in no group. */
    boolean hasOthers() {
        return byMember.size() < model.known().size();
    }

    /** The name of a parameter that is in a group. */
    String first() {
        return byMember.keySet().stream().sorted().findFirst().orElse("");
    }
}
