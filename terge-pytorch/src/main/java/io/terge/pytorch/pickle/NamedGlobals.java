package io.terge.pytorch.pickle;

import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions and classes that a pickle has named so far, each checked when first named. */
final class NamedGlobals {

    private final PickleInput input;
    private final GlobalPolicy policy;
    private final Map<PickleGlobal, PickleGlobal> named = new LinkedHashMap<>();

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
            throw unknown(global);
        }
        named.put(global, global);
        return global;
    }

    List<PickleGlobal> inOrder() {
        return List.copyOf(named.keySet());
    }

    private TergeException unknown(PickleGlobal global) {
        String what =
                "the pickle names %s, which is not a known function or class"
                        .formatted(Quoted.of(global.dotted()));
        return new TergeException(
                input.problem(PickleCode.PICKLE_UNKNOWN_GLOBAL, what)
                        .fix("turn strict mode off to read unknown objects as opaque values"));
    }
}
