package io.terge.pytorch;

import static io.terge.pytorch.Rejections.assertRejected;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Archives of {@code torch.export} are written like the base, with other weights. */
class ExportedWritingTest {

    private final ModelWriter writer = new PyTorchAdapter().writer().orElseThrow();

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = "out.pt2")
    void theWeightsAreReplacedAndAllElseIsCopied(String file) throws IOException {
        for (String name : List.of("network", "network_bf16", "tied", "constant", "types")) {
            Program base = new Program(name);
            Path target = directory.resolve(name + file);
            write(blueprint(base), target);

            SequencedMap<String, byte[]> before = base.entries();
            SequencedMap<String, byte[]> after = Program.entries(target);
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            after.forEach(
                    (entry, content) -> {
                        if (entry.contains("/data/weights/weight_")) {
                            assertThat(content).as(entry).containsOnly(0x3c);
                            assertThat(content).hasSameSizeAs(before.get(entry));
                        } else {
                            assertThat(content).as(entry).isEqualTo(before.get(entry));
                        }
                    });
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Program base = new Program("tied");
        Path target = directory.resolve("out.pt2");
        write(blueprint(base), target);
        try (ModelSource source = Checkpoint.open(target)) {
            assertThat(source.ties()).isEqualTo(Map.of("second.weight", "first.weight"));
            List<Expected> filled =
                    base.expected().stream()
                            .map(one -> new Expected(one.spec(), one.hex().replaceAll("..", "3c")))
                            .toList();
            assertThat(Expected.allOf(source)).isEqualTo(filled);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.ts", "out.torchscript"})
    void anExportedBaseDoesNotBecomeTorchScript(String target) throws IOException {
        assertRefused(blueprint(new Program("network")), target, "there is no code to copy");
    }

    @Test
    void withoutAnExportedBaseThereIsNoGraph() throws IOException {
        ModelReference saved = ModelReference.at(new Checkpoint("types").path());
        ModelBlueprint plain = ModelBlueprint.of(blueprint(new Program("network")).parameters());
        String message = "The output is an archive of torch.export, but ";
        assertRefused(plain, "out.pt2", message + "its model is not");
        assertRefused(
                plain.withCompanions(saved, List.of(), ModelChanges.none()),
                "out.pt2",
                message + "'" + saved.describe() + "' is not");
    }

    @Test
    void otherEndingsAreStateDicts() throws IOException {
        Path target = directory.resolve("out.pt");
        write(blueprint(new Program("network")), target);
        assertThat(Program.entries(target).keySet()).contains("archive/data.pkl");
    }

    @Test
    void tensorsThatCannotBeReplacedAreNamed() throws IOException {
        assertRefused(
                blueprint(new Program("views")),
                "out.pt2",
                "The tensor 'transposed' is not contiguous in the exported program");
        ModelBlueprint all = blueprint(new Program("constant"));
        ParameterSpec weight = all.parameters().getFirst();
        assertRefused(
                with(all, List.of(new ParameterSpec("other", weight.dtype(), weight.shape(), 12))),
                "out.pt2",
                "The tensor 'other' is not in the exported program");
        assertRefused(
                with(all, List.of(new ParameterSpec("weight", DType.I32, weight.shape(), 12))),
                "out.pt2",
                "is F32 in the exported program, which keeps its types, but I32 is requested");
        assertRefused(
                with(all, List.of()),
                "out.pt2",
                "The tensor 'weight' of the exported program is missing from the output");
    }

    private static ModelBlueprint with(ModelBlueprint like, List<ParameterSpec> parameters) {
        return ModelBlueprint.of(parameters)
                .withCompanions(like.donor().orElseThrow(), List.of(), ModelChanges.none());
    }

    /** Returns what the engine asks for if a model is to be like a program. */
    private static ModelBlueprint blueprint(Program program) throws IOException {
        try (ModelSource source = Checkpoint.open(program.path())) {
            List<ParameterSpec> parameters = new ArrayList<>(source.parameters());
            parameters.removeIf(spec -> source.ties().containsKey(spec.name()));
            return ModelBlueprint.of(parameters)
                    .withTies(source.ties())
                    .withCompanions(
                            ModelReference.at(program.path()), List.of(), ModelChanges.none());
        }
    }

    private void write(ModelBlueprint blueprint, Path target) throws IOException {
        try (ModelSink sink = writer.create(ModelReference.at(target), blueprint)) {
            for (ParameterSpec spec : blueprint.parameters()) {
                byte[] bytes = new byte[Math.toIntExact(spec.byteSize())];
                Arrays.fill(bytes, (byte) 0x3c);
                sink.write(spec.name(), 0, MemorySegment.ofArray(bytes));
            }
            sink.commit();
        }
    }

    private void assertRefused(ModelBlueprint blueprint, String target, String message) {
        ModelReference there = ModelReference.at(directory.resolve(target));
        assertRejected(
                () -> writer.shards(there, blueprint), TergeCode.OUTPUT_NOT_SUPPORTED, message);
    }
}
