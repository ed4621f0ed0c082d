package io.terge.testkit;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A small model for tests, in the order in which its parameters were added.
 *
 * <pre>{@code
 * TinyModel model = TinyModel.seeded(1)
 *         .with("encoder.weight", DType.BF16, 4, 3)
 *         .with("encoder.bias", TensorArray.of(new float[] {1, 2, 3}));
 * }</pre>
 *
 * @param seed the seed of the generated values
 * @param arrays the parameters by name
 * @since 0.1
 */
public record TinyModel(long seed, Map<String, TensorArray> arrays) {

    /** Copies the map, but not the arrays. */
    public TinyModel {
        arrays = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arrays));
    }

    /** Returns a model without parameters. */
    public static TinyModel seeded(long seed) {
        return new TinyModel(seed, Map.of());
    }

    /**
     * Returns this model with a parameter whose values depend on the seed, the name and the type.
     */
    public TinyModel with(String name, DType dtype, long... shape) {
        long own = 31 * (31 * seed + name.hashCode()) + dtype.name().hashCode();
        return with(name, TensorFixtures.seeded(own).array(dtype, shape));
    }

    /** Returns this model with a parameter. */
    public TinyModel with(String name, TensorArray array) {
        SequencedMap<String, TensorArray> all = new LinkedHashMap<>(arrays);
        all.put(name, array);
        return new TinyModel(seed, all);
    }

    /**
     * Returns a parameter.
     *
     * @throws IllegalArgumentException if there is no parameter with this name
     */
    public TensorArray array(String name) {
        TensorArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("No parameter '" + name + "' in " + arrays.keySet());
        }
        return array;
    }

    /** The headers of all parameters. */
    public List<ParameterSpec> specs() {
        return arrays.entrySet().stream()
                .map(entry -> entry.getValue().spec(entry.getKey()))
                .toList();
    }

    /** Returns a reference to this model as a map in memory. */
    public ModelReference inMemory(String label) {
        return ModelReference.of(arrays, label);
    }

    /**
     * Writes this model.
     *
     * @param adapter an adapter with a writer
     * @return the target
     * @throws IOException if the adapter throws it
     */
    public ModelReference write(ModelAdapter adapter, ModelReference target) throws IOException {
        return write(adapter, target, ModelBlueprint.of(specs()));
    }

    /**
     * Writes this model with a blueprint.
     *
     * @param adapter an adapter with a writer
     * @param blueprint a blueprint with the {@link #specs()} of this model
     * @return the target
     * @throws IOException if the adapter throws it
     */
    public ModelReference write(
            ModelAdapter adapter, ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        try (ModelSink sink = writerOf(adapter).create(target, blueprint)) {
            for (Map.Entry<String, TensorArray> entry : arrays.entrySet()) {
                sink.write(entry.getKey(), 0, entry.getValue().memory());
            }
            sink.commit();
        }
        return target;
    }

    static ModelWriter writerOf(ModelAdapter adapter) {
        return adapter.writer()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Adapter '" + adapter.name() + "' has no writer"));
    }

    /** Returns a text such as {@code "model of seed 7"}. */
    @Override
    public String toString() {
        return "model of seed " + seed;
    }
}
