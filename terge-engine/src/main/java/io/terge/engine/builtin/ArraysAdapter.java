package io.terge.engine.builtin;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;
import io.terge.tensor.TensorArray;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Models in memory: a map from parameter names to {@link TensorArray}.
 *
 * <p>As a target, a map gets every parameter when the merge is done. Where it holds a parameter of
 * the same type and shape already, as in a merge in place, the numbers go into that one's memory;
 * until then they are kept beside it, so that a merge that fails leaves the map as it was.
 */
public final class ArraysAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "arrays";
    }

    @Override
    public String describe() {
        return "a model in memory: a map from names to arrays";
    }

    @Override
    public boolean recognizes(ModelReference reference) {
        return reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Map<?, ?>;
    }

    @Override
    public ModelSource open(ModelReference reference) {
        return new ArraysSource(arrays(reference));
    }

    @Override
    public boolean creates(ModelReference target) {
        return recognizes(target);
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) {
        if (!overwrite && !map(target).isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_EXISTS,
                                    "The target " + target.describe() + " is not empty")
                            .fix("merge into an empty map, or in place, or ask to overwrite"));
        }
        arrays(target)
                .forEach(
                        (name, array) -> {
                            if (array.memory().isReadOnly()) {
                                throw invalid(target, name, "its memory is read-only");
                            }
                        });
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        checkTarget(target, blueprint.overwrite());
        @SuppressWarnings("unchecked") // Every entry has been looked at; the target takes ours.
        Map<String, TensorArray> map = (Map<String, TensorArray>) map(target);
        return new ArraysSink(map, target.describe(), blueprint.parameters());
    }

    private static Map<String, TensorArray> arrays(ModelReference reference) {
        Map<?, ?> map = map(reference);
        // A map without an order of its own may differ from run to run: names sorted instead.
        Map<String, TensorArray> arrays =
                map instanceof SequencedMap<?, ?> ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach(
                (name, value) -> {
                    if (!(name instanceof String text)) {
                        throw invalid(reference, String.valueOf(name), "its name is not a string");
                    }
                    if (!(value instanceof TensorArray array)) {
                        String type = value == null ? "null" : value.getClass().getTypeName();
                        throw invalid(reference, text, "it is not a TensorArray but " + type);
                    }
                    checkMemory(reference, text, array.memory());
                    arrays.put(text, array);
                });
        return arrays;
    }

    // A merge works on threads of its own.
    private static void checkMemory(ModelReference model, String name, MemorySegment memory) {
        if (!memory.scope().isAlive()) {
            throw invalid(model, name, "its memory has been freed");
        }
        if (!memory.isAccessibleBy(Thread.ofPlatform().unstarted(() -> {}))) {
            throw invalid(
                    model,
                    name,
                    "its memory belongs to one thread; allocate it in Arena.ofShared() or"
                            + " ofAuto()");
        }
    }

    private static Map<?, ?> map(ModelReference reference) {
        if (reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("Not a map in memory: " + reference.describe());
    }

    private static TergeException invalid(ModelReference model, String name, String why) {
        return new TergeException(
                Problem.of(
                        ErrorCode.INVALID_ARRAY,
                        "'%s' of %s cannot be used: %s".formatted(name, model.describe(), why)));
    }
}
