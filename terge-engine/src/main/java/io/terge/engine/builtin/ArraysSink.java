package io.terge.engine.builtin;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.TensorArray;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A model in memory that is being written: kept beside the target until it is committed. */
final class ArraysSink implements ModelSink {

    private final Map<String, TensorArray> target;
    private final String label;
    private final Map<String, TensorArray> staged = new LinkedHashMap<>();
    private final Map<String, String> ties;

    ArraysSink(Map<String, TensorArray> target, String label, ModelBlueprint blueprint) {
        this.target = target;
        this.label = label;
        this.ties = new TreeMap<>(blueprint.ties());
        for (ParameterSpec spec : blueprint.parameters()) {
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
        try {
            arrange();
        } catch (UnsupportedOperationException immutable) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "The target " + label + " cannot take new parameters")
                            .fix("merge into a mutable map"),
                    immutable);
        }
        staged.forEach((name, array) -> present(name).memory().copyFrom(array.memory()));
    }

    private void arrange() {
        List<String> gone =
                target.keySet().stream()
                        .filter(name -> !staged.containsKey(name) && !ties.containsKey(name))
                        .toList();
        gone.forEach(target::remove);
        Set<MemorySegment> taken = new HashSet<>();
        staged.forEach(
                (name, array) -> {
                    // Two names of one memory may be two parameters now.
                    if (!fits(name, array) || !taken.add(present(name).memory())) {
                        target.put(name, array);
                    }
                });
        ties.forEach(
                (name, other) -> {
                    if (!present(other).equals(target.get(name))) {
                        target.put(name, present(other));
                    }
                });
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
