package io.terge.engine.model;

import io.terge.engine.plugin.PluginCall;
import io.terge.model.ViewSettings;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that what an adapter says of a model fits together. */
record HeaderCheck(ModelHeaders headers, PluginCall call) {

    /** Throws the exception of a broken contract where it does not. */
    void run() {
        Map<String, ParameterSpec> byName = byName();
        headers.ties().forEach((name, other) -> checkTie(byName, name, other));
        headers.aliases().forEach((name, other) -> checkAlias(byName.keySet(), name, other));
        headers.groups().forEach(group -> checkGroup(byName.keySet(), group));
        checkCompanions();
    }

    private Map<String, ParameterSpec> byName() {
        Map<String, ParameterSpec> byName = HashMap.newHashMap(headers.parameters().size());
        for (ParameterSpec spec : headers.parameters()) {
            if (byName.put(spec.name(), spec) != null) {
                throw broken("it lists '%s' of %s twice", spec.name());
            }
        }
        return byName;
    }

    private void checkTie(Map<String, ParameterSpec> byName, String name, String other) {
        ParameterSpec tied = byName.get(name);
        ParameterSpec target = byName.get(other);
        String tie = "it ties '%s' of %s to '%s', ".formatted(name, model(), other);
        if (tied == null || target == null) {
            throw call.broken(
                    tie + "but '%s' is not a parameter".formatted(tied == null ? name : other));
        }
        if (headers.ties().containsKey(other)) {
            throw call.broken(tie + "which is tied itself");
        }
        if (!tied.dtype().equals(target.dtype()) || !tied.shape().equals(target.shape())) {
            throw call.broken(
                    tie
                            + "but they are %s %s and %s %s"
                                    .formatted(
                                            tied.dtype(),
                                            tied.shape(),
                                            target.dtype(),
                                            target.shape()));
        }
    }

    private void checkAlias(Set<String> names, String name, String other) {
        if (!names.contains(other)) {
            throw call.broken(
                    "it uses '%s' of %s as '%s', but '%s' is not a parameter"
                            .formatted(other, model(), name, other));
        }
    }

    private void checkGroup(Set<String> names, ParameterGroup group) {
        if (group.members().isEmpty()) {
            throw call.broken(
                    "it lists a group without parameters in %s: %s"
                            .formatted(model(), group.meaning()));
        }
        for (String member : group.members()) {
            if (!names.contains(member)) {
                throw broken("it has '%s' of %s in a group, but that is not a parameter", member);
            }
        }
    }

    private void checkCompanions() {
        Set<String> names = new HashSet<>();
        for (Companion companion : headers.companions()) {
            String name = companion.name();
            if (List.of(name.split("/", -1)).stream().anyMatch(Set.of("", ".", "..")::contains)) {
                throw broken(
                        "it names a companion '%s' of %s, which is not a path within it", name);
            }
            if (!names.add(name)) {
                throw broken("it lists the companion '%s' of %s twice", name);
            }
        }
    }

    private RuntimeException broken(String how, String name) {
        return call.broken(how.formatted(name, model()));
    }

    private String model() {
        return ViewSettings.shown(headers.reference());
    }
}
