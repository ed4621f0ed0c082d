package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.engine.Terge;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Models need not be in the default file system: a reference keeps its path. */
class OtherFileSystemTest {

    @TempDir Path folder;

    @Test
    void mergesModelsThatAreInAZipFile() throws IOException {
        List<Path> models =
                List.of(folder.resolve("a.safetensors"), folder.resolve("b.safetensors"));
        for (Path model : models) {
            TinyModel.seeded(models.indexOf(model))
                    .with("w", DType.F32, 3, 4)
                    .write(new SafetensorsAdapter(), ModelReference.at(model));
        }
        try (FileSystem zip =
                FileSystems.newFileSystem(folder.resolve("models.zip"), Map.of("create", "true"))) {
            for (Path model : models) {
                Files.copy(model, zip.getPath(model.getFileName().toString()));
            }
        }
        Path expected = folder.resolve("expected.safetensors");
        Terge.merge(models.getFirst(), models.getLast()).to(expected);
        Path merged = folder.resolve("merged.safetensors");
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("models.zip"))) {
            Path a = zip.getPath("a.safetensors");
            Path b = zip.getPath("b.safetensors");
            MergePlan plan = Terge.merge(a, b).plan();
            assertThat(plan.models().getFirst().reference().describe()).startsWith("jar:file:");
            Terge.merge(a, b).to(merged);
        }
        assertThat(merged).hasSameBinaryContentAs(expected);
    }
}
