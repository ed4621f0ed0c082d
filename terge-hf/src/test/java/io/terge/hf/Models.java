package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;
import io.terge.testkit.TestAdapterContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What tests do with models again and again. */
public final class Models {

    private Models() {}

    /** Opens models by both adapters of this module. */
    public static AdapterContext context() {
        return TestAdapterContext.of(new SafetensorsAdapter(), new HuggingFaceAdapter());
    }

    public static ModelSource open(Path path) throws IOException {
        return context().open(ModelReference.at(path));
    }

    public static List<String> names(ModelSource source) {
        return source.parameters().stream().map(ParameterSpec::name).toList();
    }

    public static byte[] bytes(ModelSource source, String name) {
        try {
            StoredBytes stored = source.tensor(name).bytes().orElseThrow();
            byte[] bytes = new byte[Math.toIntExact(stored.size())];
            stored.read(0, MemorySegment.ofArray(bytes));
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static double[] values(ModelSource source, String name) throws IOException {
        Tensor tensor = source.tensor(name);
        double[] values = new double[Math.toIntExact(tensor.spec().elements())];
        tensor.read(0, values, 0, values.length);
        return values;
    }

    /** Opening fails; the message starts with the code and names the file. */
    public static TergeException refusal(Path path, ErrorCode code, Path named) {
        TergeException failure =
                catchThrowableOfType(TergeException.class, () -> open(path).close());
        assertThat(failure).as("refusal of %s", path).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        assertThat(failure).hasMessageContaining(named.toString());
        return failure;
    }

    /** A model with these parameters, each byte of which is a count. */
    public static void write(ModelSink sink, ModelBlueprint blueprint) throws IOException {
        for (ParameterSpec parameter : blueprint.parameters()) {
            sink.write(parameter.name(), 0, MemorySegment.ofArray(pattern(parameter)));
        }
    }

    /** The bytes that {@link #write} gives a parameter. */
    public static byte[] pattern(ParameterSpec parameter) {
        byte[] bytes = new byte[Math.toIntExact(parameter.byteSize())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (parameter.name().hashCode() + i);
        }
        return bytes;
    }

    /** All files and directories below one, by their relative names. */
    public static List<String> tree(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !path.equals(directory))
                    .map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
