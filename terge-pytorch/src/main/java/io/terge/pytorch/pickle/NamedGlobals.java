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
        if (HostileGlobals.contains(global)) {
            throw hostile(global, "names");
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

    /** Returns the refusal of a pickle that does something to run code. */
    TergeException hostile(PickleGlobal global, String does) {
        String what =
                "the pickle %s %s, which can run code".formatted(does, Quoted.of(global.dotted()));
        return new TergeException(
                input.problem(PickleCode.PICKLE_HOSTILE, what)
                        .note("terge has not run anything; Python would on loading this file")
                        .fix("do not load this file; get the model from a source that you trust"));
    }

    private TergeException unknown(PickleGlobal global) {
        String what =
                "the pickle names %s, which is not a known function or class"
                        .formatted(Quoted.of(global.dotted()));
        return new TergeException(
                input.problem(PickleCode.PICKLE_UNKNOWN_GLOBAL, what)
                        .fix("read the file without the strict mode, which rejects it"));
    }
}
