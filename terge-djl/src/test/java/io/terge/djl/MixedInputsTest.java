package io.terge.djl;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import ai.djl.MalformedModelException;
import ai.djl.Model;

import io.terge.api.ModelScope;
import io.terge.engine.MergeCall;
import io.terge.engine.Terge;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models of four kinds in one merge: a directory of safetensors, a state dict, a TorchScript file
 * and a live DJL model. Copies of all of them as safetensors are merged for comparison.
 */
@NativeTest
class MixedInputsTest {

    private static final Path ENCODERS = Path.of("src/test/resources/encoder");
    private static final Path SCRIPT = ENCODERS.resolve("one.pt");

    /** They add up to 8, so that shares are exact. */
    private static final double[] WEIGHTS = {4, 1, 2, 1};

    private final Model live = Model.newInstance("two", "PyTorch");
    @TempDir private Path folder;

    @BeforeEach
    void load() throws IOException, MalformedModelException {
        live.load(ENCODERS, "two");
    }

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void mergeLikeFourSafetensorsFiles() throws IOException {
        List<Object> models = List.of(directory(), stateDict(), SCRIPT, live);
        Path mixed = folder.resolve("mixed");
        merge(models).weights(WEIGHTS).to(mixed);
        Path same = folder.resolve("same.safetensors");
        merge(copies(models)).weights(WEIGHTS).to(same);
        assertThat(contents(mixed)).hasSize(23).isEqualTo(contents(same));
        assertThat(mixed.resolve("config.json")).hasContent("{\"model_type\": \"bert\"}");
    }

    @Test
    void mergeIntoFilesOfOtherFormats() throws IOException {
        List<Object> models = List.of(SCRIPT, stateDict(), directory(), live);
        Path same = folder.resolve("same.safetensors");
        merge(copies(models)).weights(WEIGHTS).to(same);
        for (String name : List.of("merged.bin", "merged.pth", "merged.safetensors")) {
            merge(models).weights(WEIGHTS).to(folder.resolve(name));
            assertThat(contents(folder.resolve(name))).as(name).isEqualTo(contents(same));
        }
    }

    @Test
    void mergeIntoATorchScriptFile() throws IOException {
        List<Object> models = List.of(SCRIPT, stateDict(), directory(), live);
        Path same = folder.resolve("same.safetensors");
        merge(copies(models)).weights(WEIGHTS).to(same);
        Path merged = folder.resolve("merged.pt");
        prefixed(models).to(merged);
        Path unprefixed = folder.resolve("merged.safetensors");
        merge(List.of(merged)).to(unprefixed);
        assertThat(contents(unprefixed)).isEqualTo(contents(same));
    }

    @Test
    void mergeIntoTheLiveModel() throws IOException {
        List<Object> models = List.of(SCRIPT, stateDict(), directory(), live);
        Map<String, TensorArray> expected = merge(copies(models)).weights(WEIGHTS).toArrays();
        prefixed(models).with(request -> request.base(3)).inPlace();
        for (String name : live.getBlock().getParameters().keys()) {
            TensorArray array = array(expected, name.substring("model.".length()));
            assertThat(Networks.values(live.getBlock(), name))
                    .as(name)
                    .containsExactly(floats(array));
        }
    }

    @Test
    void mergeTheNumbersOfAllFour() throws IOException {
        List<Object> models = List.of(directory(), stateDict(), SCRIPT, live);
        List<Map<String, TensorArray>> inputs =
                models.stream().map(model -> merge(List.of(model)).toArrays()).toList();
        Map<String, TensorArray> merged = merge(models).weights(WEIGHTS).toArrays();
        for (String name : inputs.getLast().keySet()) {
            assertThat(array(merged, name).dtype()).isEqualTo(DType.F32);
            assertThat(floats(array(merged, name))).as(name).containsExactly(mean(inputs, name));
        }
    }

    private static float[] mean(List<Map<String, TensorArray>> inputs, String name) {
        float[] mean = new float[floats(array(inputs.getFirst(), name)).length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int model = 0; model < WEIGHTS.length; model++) {
                sum += WEIGHTS[model] / 8 * floats(array(inputs.get(model), name))[i];
            }
            mean[i] = (float) sum;
        }
        return mean;
    }

    /** Makes a directory like those of Hugging Face. */
    private Path directory() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Files.writeString(directory.resolve("config.json"), "{\"model_type\": \"bert\"}");
        between(3, 1).to(directory.resolve("model.safetensors"));
        return directory;
    }

    private Path stateDict() {
        Path file = folder.resolve("state_dict.bin");
        between(-1, 3).to(file);
        return file;
    }

    private MergeCall between(double one, double two) {
        return merge(List.of(SCRIPT, ENCODERS.resolve("two.pt"))).weights(one, two);
    }

    /** The module that was traced is in another one, named "model". */
    private static MergeCall merge(List<?> models) {
        return Terge.merge(models.toArray())
                .with(request -> request.rename(ModelScope.all(), "^model\\.", ""));
    }

    /** Keeps the names of the TorchScript file and the live model. */
    private static MergeCall prefixed(List<Object> models) {
        return Terge.merge(models.toArray())
                .weights(WEIGHTS)
                .with(request -> request.rename(ModelScope.model(1), "^", "model."))
                .with(request -> request.rename(ModelScope.model(2), "^", "model."));
    }

    private List<Path> copies(List<Object> models) {
        List<Path> copies = new ArrayList<>();
        for (Object model : models) {
            Path copy = folder.resolve("copy-" + copies.size() + ".safetensors");
            merge(List.of(model)).to(copy);
            copies.add(copy);
        }
        return copies;
    }

    private static Map<String, ByteBuffer> contents(Path model) {
        Map<String, ByteBuffer> contents = new HashMap<>();
        Terge.merge(model)
                .toArrays()
                .forEach((name, array) -> contents.put(name, array.memory().asByteBuffer()));
        return contents;
    }

    private static float[] floats(TensorArray array) {
        return array.memory().toArray(ValueLayout.JAVA_FLOAT);
    }

    private static TensorArray array(Map<String, TensorArray> arrays, String name) {
        return requireNonNull(arrays.get(name), name);
    }
}
