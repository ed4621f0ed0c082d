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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An input that has moved into the output since the plan was made. */
class MovedInputTest {

    private static final Merger MERGER = Terge.create();

    @TempDir private Path directory;

    @Test
    void isNotReplacedWithTheOutput() throws IOException {
        Path output = model("output");
        Path link = directory.resolve("link");
        Files.createSymbolicLink(link, model("input"));
        MergePlan plan =
                MERGER.plan(
                        MergeRequest.builder()
                                .model(model("other"))
                                .model(link)
                                .to(output)
                                .overwrite()
                                .build());
        Path within = Files.move(directory.resolve("input"), output.resolve("input"));
        Files.delete(link);
        Files.createSymbolicLink(link, within);

        assertThatThrownBy(() -> MERGER.merge(plan, MergeListener.none()))
                .hasMessageContaining("[OUTPUT_CONTAINS_INPUT] Replacing " + output)
                .hasMessageContaining("would destroy the input " + link);
        assertThat(within).isNotEmptyDirectory();
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
