package io.terge.hf.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SafetensorsWriteTest {

    private static final ParameterSpec WORDS = ParameterSpec.of("words", DType.F32, Shape.of(2, 3));

    @TempDir private Path folder;

    @Test
    void everyTypeComesBackAsItWas() throws IOException {
        ModelBlueprint blueprint = ModelBlueprint.of(everyType());
        Path file = write("x.safetensors", blueprint);
        try (ModelSource source = Models.open(file)) {
            assertThat(source.parameters())
                    .containsExactlyInAnyOrderElementsOf(blueprint.parameters());
            for (ParameterSpec parameter : blueprint.parameters()) {
                assertThat(Models.bytes(source, parameter.name()))
                        .as(parameter.toString())
                        .isEqualTo(Models.pattern(parameter));
            }
        }
    }

    @Test
    void everyElementIsAlignedToItsSize() {
        SafetensorsLayout layout = SafetensorsLayout.of(everyType(), Map.of("a", "odd"), Map.of());
        assertThat(layout.headerBytes() % 8).isZero();
        for (StoredParameter parameter : layout.parameters().values()) {
            int bytes = Math.max(1, parameter.spec().dtype().bits() / Byte.SIZE);
            assertThat(layout.position(parameter) % bytes).as(parameter.toString()).isZero();
        }
    }

    @Test
    void theFileIsWhatTheFormatSays() throws IOException {
        ParameterSpec flag = ParameterSpec.of("a\"b", DType.BOOL, Shape.of());
        ModelBlueprint blueprint =
                ModelBlueprint.of(List.of(flag, WORDS)).withMetadata(Map.of("z", "ä", "b", "2"));
        byte[] bytes = Files.readAllBytes(write("x.safetensors", blueprint));
        String json =
                """
                {"__metadata__":{"b":"2","format":"pt","z":"ä"},\
                "words":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},\
                "a\\"b":{"dtype":"BOOL","shape":[],"data_offsets":[24,25]}}\
                """;
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        String padded = json + " ".repeat((8 - length % 8) % 8);
        byte[] header = padded.getBytes(StandardCharsets.UTF_8);
        byte[] weights = new byte[25];
        System.arraycopy(Models.pattern(WORDS), 0, weights, 0, 24);
        System.arraycopy(Models.pattern(flag), 0, weights, 24, 1);
        assertThat(bytes).isEqualTo(SafetensorsBytes.file(header.length, header, weights));
    }

    @Test
    void aFormatOfTheDonorIsKept() throws IOException {
        ModelBlueprint blueprint = blueprint().withMetadata(Map.of("format", "mlx"));
        try (ModelSource source = Models.open(write("x.safetensors", blueprint))) {
            assertThat(source.metadata()).isEqualTo(Map.of("format", "mlx"));
        }
    }

    @Test
    void metadataThatIsNullIsNone() throws IOException {
        byte[] header = "{\"__metadata__\":null}   ".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("null.safetensors");
        Files.write(file, SafetensorsBytes.file(header.length, header, new byte[0]));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.metadata()).isEmpty();
        }
    }

    @Test
    void aFileWithoutTextsSaysThatItIsFromPyTorch() throws IOException {
        try (ModelSource source = Models.open(write("x.safetensors", blueprint()))) {
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt"));
        }
    }

    @Test
    void partsMayBeWrittenInAnyOrderByManyThreads() throws IOException {
        int size = 100_003;
        ParameterSpec large = ParameterSpec.of("large", DType.U8, Shape.of(size));
        List<Integer> starts =
                new ArrayList<>(
                        IntStream.range(0, size / 1000 + 1).mapToObj(i -> i * 1000).toList());
        Collections.shuffle(starts, new Random(1));
        MemorySegment all = MemorySegment.ofArray(Models.pattern(large));
        Path file = folder.resolve("x.safetensors");
        try (ModelSink sink = create(file, ModelBlueprint.of(List.of(large)))) {
            starts.parallelStream()
                    .forEach(start -> write(sink, start, Math.min(1000, size - start), all));
            sink.commit();
        }
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.bytes(source, "large")).isEqualTo(Models.pattern(large));
        }
    }

    @Test
    void anyKindOfMemoryMayBeWritten() throws IOException {
        ParameterSpec doubles = ParameterSpec.of("d", DType.F64, Shape.of(300_000));
        double[] values = IntStream.range(0, 300_000).asDoubleStream().toArray();
        Path file = folder.resolve("x.safetensors");
        try (ModelSink sink = create(file, ModelBlueprint.of(List.of(doubles, WORDS)));
                Arena arena = Arena.ofConfined()) {
            sink.write("d", 0, MemorySegment.ofArray(values).asReadOnly());
            sink.write("words", 0, arena.allocate(24).fill((byte) 1).asReadOnly());
            sink.commit();
        }
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.values(source, "d")).isEqualTo(values);
            assertThat(Models.bytes(source, "words")).containsOnly(1);
        }
    }

    @Test
    void rangesOutsideOfAParameterAreRefused() throws IOException {
        try (ModelSink sink = create(folder.resolve("x.safetensors"), blueprint())) {
            MemorySegment bytes = MemorySegment.ofArray(new byte[8]);
            assertThatThrownBy(() -> sink.write("words", 17, bytes))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> sink.write("words", -1, bytes))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> sink.write("other", 0, bytes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'other'");
        }
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void aModelWithBytesMissingIsNotCommitted() throws IOException {
        try (ModelSink sink = create(folder.resolve("x.safetensors"), blueprint())) {
            sink.write("words", 0, MemorySegment.ofArray(new byte[8]));
            assertThatThrownBy(sink::commit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("8 of 24 bytes");
        }
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void shardsOfOneFileAreRefused() {
        ModelBlueprint sharded =
                ModelBlueprint.of(List.of(WORDS)).withShardSize(OptionalLong.of(10));
        refused(sharded, "cannot be split into shards", "fix: omit the shard size");
    }

    @Test
    void namesThatTheFormatCannotHoldAreRefused() {
        refused(named("__metadata__"), "no parameter can have the name '__metadata__'");
        refused(named("\ud800"), "unpaired surrogate");
        assertThatThrownBy(
                        () ->
                                create(
                                        folder.resolve("x.safetensors"),
                                        ModelBlueprint.of(List.of(WORDS, WORDS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'words' twice");
    }

    @Test
    void aHeaderThatIsTooLargeIsRefusedInPlanning() {
        String name = "n".repeat(50_000_000);
        ModelBlueprint blueprint =
                ModelBlueprint.of(
                        List.of(
                                ParameterSpec.of("a" + name, DType.U8, Shape.of(1)),
                                ParameterSpec.of("b" + name, DType.U8, Shape.of(1))));
        refused(blueprint, "the header would have 1000", "the maximum is 100000000");
    }

    private void refused(ModelBlueprint blueprint, String... messages) {
        ModelWriter writer = new SafetensorsAdapter().writer().orElseThrow();
        Path target = folder.resolve("x.safetensors");
        List<ThrowingCallable> attempts =
                List.of(
                        () -> create(target, blueprint).close(),
                        () -> writer.shards(ModelReference.at("out"), blueprint));
        for (ThrowingCallable attempt : attempts) {
            assertThatThrownBy(attempt)
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED))
                    .hasMessageContainingAll(messages);
        }
        assertThat(Models.tree(folder)).isEmpty();
    }

    private static List<ParameterSpec> everyType() {
        Stream<ParameterSpec> known =
                DType.known().reversed().stream()
                        .map(type -> ParameterSpec.of("p." + type, type, Shape.of(4, 5)));
        Stream<ParameterSpec> special =
                Stream.of(
                        new ParameterSpec("unknown", DType.named("F3_X"), Shape.of(5), 2),
                        ParameterSpec.of("scalar", DType.F32, Shape.of()),
                        ParameterSpec.of("empty", DType.F16, Shape.of(0, 4)),
                        ParameterSpec.of("odd", DType.U8, Shape.of(3)));
        return Stream.concat(known, special).toList();
    }

    private static ModelBlueprint named(String name) {
        return ModelBlueprint.of(List.of(ParameterSpec.of(name, DType.U8, Shape.of(1))));
    }

    private static ModelBlueprint blueprint() {
        return ModelBlueprint.of(List.of(WORDS));
    }

    private Path write(String name, ModelBlueprint blueprint) throws IOException {
        Path file = folder.resolve(name);
        try (ModelSink sink = create(file, blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        return file;
    }

    private static void write(ModelSink sink, int start, int count, MemorySegment all) {
        try {
            sink.write("large", start, all.asSlice(start, count));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ModelSink create(Path file, ModelBlueprint blueprint) throws IOException {
        return new SafetensorsAdapter()
                .writer()
                .orElseThrow()
                .create(ModelReference.at(file), blueprint);
    }
}
