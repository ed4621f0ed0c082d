package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.engine.Terge;
import io.terge.hf.hub.HubAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A model that is overwritten while it is merged, without a change of its size. */
class ChangedModelTest {

    private static final String COMMIT = "0123456789012345678901234567890123456789";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.safetensors", "a", "a.pt", "a.npz"})
    void isNotMergedWithItsOldSelf(String name) throws IOException {
        Path model = make(folder.resolve(name));
        Path changing =
                Files.isDirectory(model)
                        ? model.resolve("model-00002-of-00002.safetensors")
                        : model;
        Path out = folder.resolve("out.safetensors");
        checkRefused(ModelReference.at(model), changing, request -> request.to(out));
        assertThat(out).doesNotExist();
    }

    @Test
    void isNotReplacedInPlace() throws IOException {
        Path model = make(folder.resolve("a"));
        Path changing = model.resolve("model-00002-of-00002.safetensors");
        checkRefused(ModelReference.at(model), changing, MergeRequestBuilder::inPlace);
        assertThat(changing).exists();
    }

    @Test
    void isNoticedInTheCacheOfTheHub() throws IOException {
        Path repository = folder.resolve("hub/models--org--name");
        Files.createDirectories(repository.resolve("refs"));
        Files.writeString(repository.resolve("refs/main"), COMMIT);
        Path model = make(repository.resolve("snapshots").resolve(COMMIT));
        checkRefused(
                ModelReference.at("org/name"),
                model.resolve("model-00001-of-00002.safetensors"),
                request -> request.to(folder.resolve("out.safetensors")));
    }

    private void checkRefused(
            ModelReference model, Path changing, UnaryOperator<MergeRequestBuilder> output)
            throws IOException {
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(changing, past);
        MergeRequestBuilder request =
                MergeRequest.builder().model(model).model(model).method("overwriting");
        Path hub = folder.resolve("hub");
        assertThatThrownBy(
                        () ->
                                Terge.builder()
                                        .threads(1)
                                        .plugin(new Overwriting(changing))
                                        .plugin(
                                                new HubAdapter(
                                                        Map.of("HF_HUB_CACHE", hub.toString())))
                                        .build()
                                        .merge(output.apply(request).build()))
                .hasMessageContaining(
                        "[MODEL_CHANGED] '" + changing + "' changed while it was read");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    private static Path make(Path model) {
        Map<String, TensorArray> arrays = new LinkedHashMap<>();
        arrays.put("first", TensorArray.of(new float[1000], 1000));
        arrays.put("second", TensorArray.of(new float[1000], 1000));
        boolean isDirectory = !model.getFileName().toString().contains(".");
        Terge.merge(arrays, arrays)
                .with(request -> isDirectory ? request.shardSize(5000) : request)
                .to(model);
        return model;
    }

    /** Overwrites the last bytes of a file with themselves. */
    private record Overwriting(Path file) implements MergeMethod {

        @Override
        public String name() {
            return "overwriting";
        }

        @Override
        public Output merge(ParameterMerge merge) {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer last = ByteBuffer.allocate(1);
                channel.read(last, channel.size() - 1);
                channel.write(last.flip(), channel.size() - 1);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Output.linear(merge.weights());
        }
    }
}
