package io.terge.engine.builtin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.TensorArray;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    public Claim claims(ModelReference reference) {
        return isMap(reference) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) {
        return ArraysSource.of(arrays(reference));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new ArraysWriter());
    }

    static boolean isMap(ModelReference reference) {
        return reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Map<?, ?>;
    }

    /** The parameters of a map, after a look at each. */
    static Map<String, TensorArray> arrays(ModelReference reference) {
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
                        throw invalid(reference, text, "expected a TensorArray, got " + type);
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
                    "its memory is confined to one thread; allocate it in Arena.ofShared() or"
                            + " ofAuto()");
        }
    }

    static Map<?, ?> map(ModelReference reference) {
        if (reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Map<?, ?> map) {
            return map;
        }
        throw new TergeException(
                Problem.of(
                                TergeCode.MODEL_NOT_RECOGNIZED,
                                "%s is not a map in memory".formatted(reference.describe()))
                        .fix("choose another adapter (--adapter NAME, in Java .adapter(...))"));
    }

    static TergeException invalid(ModelReference model, String name, String why) {
        return new TergeException(
                Problem.of(
                        TergeCode.INVALID_ARRAY,
                        "'%s' of %s cannot be used: %s".formatted(name, model.describe(), why)));
    }
}
