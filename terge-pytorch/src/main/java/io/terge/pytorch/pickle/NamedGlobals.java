package io.terge.pytorch.pickle;

import io.terge.error.FirstFew;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions and classes that a pickle has named so far, each checked when first named. */
final class NamedGlobals {

    private static final int SHOWN = 20;

    private final PickleInput input;
    private final GlobalPolicy policy;
    private final Map<PickleGlobal, PickleGlobal> named = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    NamedGlobals(PickleInput input, GlobalPolicy policy) {
        this.input = input;
        this.policy = policy;
    }

    PickleGlobal name(String module, String name) {
        PickleGlobal global = new PickleGlobal(module, name);
        PickleGlobal known = named.get(global);
        if (known != null) {
            return known;
        }
        // What it is called with decides.
        if (HostileGlobals.contains(global) && !AttributeGetter.is(global)) {
            throw Hostility.refuse(input, "names", global);
        }
        if (!policy.accepts(global)) {
            unknown.add(Quoted.of(global.dotted()));
        }
        named.put(global, global);
        return global;
    }

    List<PickleGlobal> inOrder() {
        return List.copyOf(named.keySet());
    }

    /** Rejects the pickle if it names something unknown: all at once, when it has been read. */
    void checkKnown() {
        if (unknown.isEmpty()) {
            return;
        }
        String names = FirstFew.of(unknown, SHOWN);
        String what =
                unknown.size() == 1
                        ? "%s, which is not a known function or class".formatted(names)
                        : "%d unknown functions or classes: %s".formatted(unknown.size(), names);
        throw new TergeException(
                input.problemOfAll(PickleCode.PICKLE_UNKNOWN_GLOBAL, "the pickle names " + what)
                        .fix(
                                "use --pickle lax, the default, to read what they create as opaque"
                                        + " values"));
    }
}
