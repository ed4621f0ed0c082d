package io.terge.files.tiny;

import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
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

    /** The adapter of a path, which the end of its name decides. */
    public static ModelAdapter adapter(Path path) {
        ModelAdapter file = new TinyFileAdapter();
        return file.claims(ModelReference.at(path)) != Claim.NONE
                ? file
                : new TinyDirectoryAdapter();
    }

    /** The writer of a path. */
    public static ModelWriter writer(Path path) {
        return adapter(path).writer().orElseThrow();
    }

    public static ModelSource open(Path path) throws IOException {
        ModelAdapter adapter = adapter(path);
        return adapter.open(ModelReference.at(path), TestAdapterContext.of(adapter));
    }

    public static ModelSink create(Path path, ModelBlueprint blueprint) throws IOException {
        return writer(path).create(ModelReference.at(path), blueprint);
    }

    public static ModelBlueprint blueprint(
            boolean overwrite, List<? extends Companion> companions, ParameterSpec... parameters) {
        return ModelBlueprint.of(List.of(parameters))
                .withCompanions(
                        ModelReference.at("donor"), List.copyOf(companions), ModelChanges.none())
                .withOverwriting(overwrite);
    }

    /** Writes a model with one parameter of these bytes. */
    public static Path make(Path path, String name, int... bytes) throws IOException {
        ParameterSpec parameter = ParameterSpec.of(name, DType.U8, Shape.of(bytes.length));
        try (ModelSink sink = create(path, ModelBlueprint.of(List.of(parameter)))) {
            for (int i = 0; i < bytes.length; i++) {
                sink.write(name, i, MemorySegment.ofArray(new byte[] {(byte) bytes[i]}));
            }
            sink.commit();
        }
        return path;
    }

    /** Gives each byte of all parameters its value of {@link #pattern}. */
    public static void write(ModelSink sink, ModelBlueprint blueprint) throws IOException {
        for (ParameterSpec parameter : blueprint.parameters()) {
            sink.write(parameter.name(), 0, MemorySegment.ofArray(pattern(parameter)));
        }
    }

    /** The bytes that {@link #write} gives a parameter: a count. */
    public static byte[] pattern(ParameterSpec parameter) {
        byte[] bytes = new byte[Math.toIntExact(parameter.byteSize())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (parameter.name().hashCode() + i);
        }
        return bytes;
    }

    public static byte[] bytes(ModelSource source, String name) throws IOException {
        StoredBytes stored = source.tensor(name).bytes().orElseThrow();
        byte[] bytes = new byte[Math.toIntExact(stored.size())];
        stored.read(0, MemorySegment.ofArray(bytes));
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
