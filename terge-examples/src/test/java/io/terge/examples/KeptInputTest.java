package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inputs whose files are part of the output under other paths, and outputs within inputs. */
class KeptInputTest {

    private static final Merger MERGER = Terge.create();

    @TempDir private Path directory;

    private Path output = Path.of("");
    private Path other = Path.of("");
    private Path linked = Path.of("");

    @BeforeEach
    void makeModels() throws IOException {
        output = model("output");
        other = model("other");
        linked = Files.createDirectory(directory.resolve("linked"));
    }

    @Test
    void anInputOfLinksIntoTheOutputIsKept() throws IOException {
        Path weights = linked.resolve("model.safetensors");
        Files.createSymbolicLink(weights, output.resolve("model.safetensors"));
        checkKept(linked, output);
        assertThat(weights).isNotEmptyFile();
    }

    @Test
    void anInputOfHardLinksIsKept() throws IOException {
        Files.createLink(linked.resolve("model.safetensors"), output.resolve("model.safetensors"));
        checkKept(linked, output);
    }

    @Test
    void aCompanionThatIsALinkIntoTheOutputIsKept() throws IOException {
        Files.copy(output.resolve("model.safetensors"), linked.resolve("model.safetensors"));
        Path config = Files.writeString(output.resolve("config.json"), "{}");
        Files.createSymbolicLink(linked.resolve("config.json"), config);
        checkKept(linked, output);
    }

    @Test
    void aFileThatIsAShardOfAnInputIsKept() throws IOException {
        Path file =
                Files.move(output.resolve("model.safetensors"), directory.resolve("x.safetensors"));
        Files.createSymbolicLink(linked.resolve("model.safetensors"), file);
        checkKept(linked, file);
    }

    @Test
    void anInputThatIsReplacedByItsOwnPathIsMeant() {
        MERGER.merge(request(output, output));
        assertThat(output.resolve("model.safetensors")).exists();
    }

    @Test
    void companionsThatTheOutputHasAgainMayBeLinked() throws IOException {
        Path config = Files.writeString(output.resolve("config.json"), "{}");
        Files.copy(output.resolve("model.safetensors"), linked.resolve("model.safetensors"));
        Files.createSymbolicLink(linked.resolve("config.json"), config);
        MERGER.merge(MergeRequest.builder().model(output).model(linked).inPlace().build());
        assertThat(linked.resolve("config.json")).hasContent("{}");
    }

    @Test
    void aLinkThatWasMadeSinceThePlanIsSeen() throws IOException {
        Path weights = linked.resolve("model.safetensors");
        Files.copy(output.resolve("model.safetensors"), weights);
        MergePlan plan = MERGER.plan(request(linked, output));
        Files.delete(weights);
        Files.createSymbolicLink(weights, output.resolve("model.safetensors"));
        assertThatThrownBy(() -> MERGER.merge(plan, MergeListener.none()))
                .hasMessageContaining("[OUTPUT_CONTAINS_INPUT] Replacing " + output);
    }

    @Test
    void anOutputWithinAnInputIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), output);
        for (Path target : new Path[] {output.resolve("a/b"), link.resolve("merged")}) {
            assertThatThrownBy(() -> MERGER.plan(request(output, target)))
                    .hasMessageContaining(
                            "[OUTPUT_WITHIN_INPUT] The output "
                                    + target
                                    + " is in the directory of the input "
                                    + output);
        }
    }

    private void checkKept(Path input, Path target) {
        assertThatThrownBy(() -> MERGER.plan(request(input, target)))
                .hasMessageContaining("[OUTPUT_CONTAINS_INPUT] Replacing " + target)
                .hasMessageContaining("would destroy the input " + input);
    }

    private MergeRequest request(Path input, Path target) {
        return MergeRequest.builder().model(input).model(other).to(target).overwrite().build();
    }

    private Path model(String name) {
        Path place = directory.resolve(name);
        MERGER.merge(
                MergeRequest.builder()
                        .model(TinyModel.seeded(1).with("w", DType.F32, 2).inMemory(name))
                        .to(ModelReference.at(place))
                        .build());
        return place;
    }
}
