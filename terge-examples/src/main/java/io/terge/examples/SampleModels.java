package io.terge.examples;

import io.terge.engine.Terge;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Makes the small models that the examples merge: an encoder of two layers and a head. */
final class SampleModels {

    private static final int WIDTH = 8;

    private SampleModels() {}

    /** The folder that an example works in: its first argument, or a temporary one. */
    static Path folder(String... arguments) throws IOException {
        return arguments.length > 0
                ? Path.of(arguments[0])
                : Files.createTempDirectory("terge-example");
    }

    /** A model in memory, of numbers that depend on the seed. */
    static Map<String, TensorArray> arrays(long seed) {
        Random random = new Random(seed);
        Map<String, TensorArray> model = new LinkedHashMap<>();
        for (int layer = 0; layer < 2; layer++) {
            String name = "encoder.layer." + layer;
            model.put(
                    name + ".weight", TensorArray.of(numbers(random, WIDTH * WIDTH), WIDTH, WIDTH));
            model.put(name + ".bias", TensorArray.of(numbers(random, WIDTH)));
        }
        model.put("head.weight", TensorArray.of(numbers(random, 2 * WIDTH), 2, WIDTH));
        return model;
    }

    /** Writes a model: a merge of a single one is that one. */
    static Path write(long seed, Path file) {
        Terge.merge(arrays(seed)).to(file);
        return file;
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
