package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PickleValue;

/** Recognises modules that are saved as a whole, code and all, instead of their state dict. */
final class WholeModule {

    private WholeModule() {}

    /** Whether a value is an object with the attributes that every {@code nn.Module} has. */
    static boolean isOne(PickleValue value) {
        return value instanceof PickleObject object
                && object.state()
                        .filter(PickleDict.class::isInstance)
                        .map(PickleDict.class::cast)
                        .filter(state -> state.get("_parameters").isPresent())
                        .filter(state -> state.get("_modules").isPresent())
                        .isPresent();
    }
}
