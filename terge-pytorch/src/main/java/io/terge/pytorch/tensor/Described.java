package io.terge.pytorch.tensor;

import io.terge.pytorch.pickle.PickleBigInt;
import io.terge.pytorch.pickle.PickleBool;
import io.terge.pytorch.pickle.PickleBytes;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleFloat;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.PickleInt;
import io.terge.pytorch.pickle.PickleList;
import io.terge.pytorch.pickle.PickleNone;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PicklePersistent;
import io.terge.pytorch.pickle.PickleSet;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.Map;

/** The types of values of a pickle as messages call them: by Python's names. */
public final class Described {

    /** What functions of NumPy make, whose names say nothing to users. */
    private static final Map<String, String> NUMPY =
            Map.of(
                    "numpy._core.multiarray.scalar", "NumPy scalar",
                    "numpy.core.multiarray.scalar", "NumPy scalar",
                    "numpy._core.multiarray._reconstruct", "NumPy array",
                    "numpy.core.multiarray._reconstruct", "NumPy array",
                    "numpy._core.numeric._frombuffer", "NumPy array",
                    "numpy.core.numeric._frombuffer", "NumPy array",
                    "numpy.dtype", "NumPy type");

    private Described() {}

    /** Returns the type of a value, e.g. {@code int} or {@code argparse.Namespace}. */
    public static String of(PickleValue value) {
        return switch (value) {
            case PickleNone none -> "None";
            case PickleBool truth -> "bool";
            case PickleInt number -> "int";
            case PickleBigInt number -> "int";
            case PickleFloat number -> "float";
            case PickleText text -> "str";
            case PickleBytes bytes -> "bytes";
            case PickleList list -> "list";
            case PickleTuple tuple -> "tuple";
            case PickleDict dict -> "dict";
            case PickleSet set -> "set";
            case PickleGlobal global -> global.dotted();
            case PicklePersistent reference -> "storage";
            case PickleObject object -> NUMPY.getOrDefault(object.madeBy(), object.madeBy());
        };
    }
}
