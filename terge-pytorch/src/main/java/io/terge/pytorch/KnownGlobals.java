package io.terge.pytorch;

import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.tensor.TensorReader;

import java.util.Set;

/** What a pickle may name in strict mode: tensors, and containers without behaviour. */
final class KnownGlobals {

    private static final Set<String> CONTAINERS =
            Set.of("collections.OrderedDict", "collections.defaultdict");

    private KnownGlobals() {}

    static boolean contain(PickleGlobal global) {
        return CONTAINERS.contains(global.dotted())
                || TensorReader.knows(global)
                || isScriptClass(global);
    }

    /** A class of the code in a TorchScript archive, which the archive itself defines. */
    private static boolean isScriptClass(PickleGlobal global) {
        return global.module().equals("__torch__") || global.module().startsWith("__torch__.");
    }
}
