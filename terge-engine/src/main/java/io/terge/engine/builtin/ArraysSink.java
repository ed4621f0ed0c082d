package io.terge.engine.builtin;

import static java.util.Objects.requireNonNull;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.ModelSink;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.TensorArray;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model in memory that is being written: kept beside the target until it is committed. */
final class ArraysSink implements ModelSink {

    private final Map<String, TensorArray> target;
    private final String label;
    private final Map<String, TensorArray> staged = new LinkedHashMap<>();

    ArraysSink(Map<String, TensorArray> target, String label, List<ParameterSpec> parameters) {
        this.target = target;
        this.label = label;
        for (ParameterSpec spec : parameters) {
            MemorySegment memory = Arena.ofAuto().allocate(spec.byteSize(), Long.BYTES);
            staged.put(spec.name(), new TensorArray(spec.dtype(), spec.shape(), memory));
        }
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) {
        TensorArray array = staged.get(parameter);
        if (array == null) {
            throw new IllegalArgumentException("No parameter '" + parameter + "'");
        }
        MemorySegment.copy(bytes, 0, array.memory(), offset, bytes.byteSize());
    }

    @Override
    public void commit() {
        // What changes the map comes first: a map that cannot be changed refuses before any number
        // is overwritten.
        List<String> gone =
                target.keySet().stream().filter(name -> !staged.containsKey(name)).toList();
        try {
            gone.forEach(target::remove);
            staged.forEach(
                    (name, array) -> {
                        if (!fits(name, array)) {
                            target.put(name, array);
                        }
                    });
        } catch (UnsupportedOperationException immutable) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_NOT_SUPPORTED,
                                    "The target " + label + " cannot take new parameters")
                            .fix("merge into a map that can be changed"),
                    immutable);
        }
        staged.forEach((name, array) -> present(name).memory().copyFrom(array.memory()));
    }

    private boolean fits(String name, TensorArray array) {
        TensorArray there = target.get(name);
        return there != null
                && there.dtype().equals(array.dtype())
                && there.shape().equals(array.shape());
    }

    private TensorArray present(String name) {
        return requireNonNull(target.get(name), name);
    }

    @Override
    public void close() {
        // What was staged goes with this object.
    }
}
