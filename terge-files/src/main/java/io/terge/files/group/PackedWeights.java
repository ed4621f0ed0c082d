package io.terge.files.group;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Packed weights with what belongs to them. For one model. */
final class PackedWeights {

    private static final int MOST_BITS = 8;

    private record Rule(PackedName name, String end) {}

    private record Found(PackedName name, ParameterSpec weight) {}

    /** By the last character, as almost all names of a model end as none of them. */
    private static final List<List<Rule>> RULES = rules();

    private final List<ParameterSpec> parameters;
    // Filled for the first name that ends like one, which most models do not have.
    private final Map<String, ParameterSpec> byName = new HashMap<>();
    private final Map<String, PackedName> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private PackedWeights(List<ParameterSpec> parameters) {
        this.parameters = parameters;
    }

    private Map<String, ParameterSpec> byName() {
        if (byName.isEmpty()) {
            parameters.forEach(spec -> byName.put(spec.name(), spec));
        }
        return byName;
    }

    static List<ParameterGroup> in(List<ParameterSpec> parameters) {
        PackedWeights weights = new PackedWeights(parameters);
        parameters.forEach(spec -> weights.add(spec.name()));
        return weights.groups();
    }

    private static List<List<Rule>> rules() {
        List<List<Rule>> rules = new ArrayList<>();
        for (PackedName name : PackedName.ALL) {
            for (String end : name.ends().toList()) {
                char last = end.charAt(end.length() - 1);
                while (rules.size() <= last) {
                    rules.add(new ArrayList<>());
                }
                rules.get(last).add(new Rule(name, end));
            }
        }
        return rules.stream().map(List::copyOf).toList();
    }

    private void add(String name) {
        Optional<Found> found = find(name);
        if (found.isPresent()) {
            String weight = found.get().weight().name();
            kinds.putIfAbsent(weight, found.get().name());
            members.computeIfAbsent(weight, first -> new ArrayList<>(List.of(first))).add(name);
            taken.add(name);
        }
    }

    private Optional<Found> find(String name) {
        if (name.isEmpty() || name.charAt(name.length() - 1) >= RULES.size()) {
            return Optional.empty();
        }
        for (Rule rule : RULES.get(name.charAt(name.length() - 1))) {
            if (name.endsWith(rule.end())) {
                String stem = name.substring(0, name.length() - rule.end().length());
                ParameterSpec weight = byName().get(stem + rule.name().weight());
                if (weight != null && (rule.name().isTelling() || isPacked(weight.dtype()))) {
                    return Optional.of(new Found(rule.name(), weight));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether numbers of this type need a scale; types of unknown size are newer, packed ones. */
    private static boolean isPacked(DType dtype) {
        return switch (dtype.kind()) {
            case FLOATING -> dtype.bits() <= MOST_BITS;
            case INTEGER -> true;
            case BOOLEAN -> false;
            case OPAQUE -> dtype.bits() <= MOST_BITS;
        };
    }

    private List<ParameterGroup> groups() {
        List<ParameterGroup> groups = new ArrayList<>();
        kinds.forEach(
                (weight, name) -> {
                    if (!taken.contains(weight)) {
                        groups.add(group(weight, name));
                    }
                });
        return groups;
    }

    private ParameterGroup group(String weight, PackedName name) {
        ParameterGroup group =
                ParameterGroup.of(
                                name.packing().meaning(),
                                members.getOrDefault(weight, List.of(weight)))
                        .withAdvice(name.packing().advice());
        String whole = name.wholeOf(weight);
        return byName().containsKey(whole) ? group : group.withWhole(whole);
    }
}
