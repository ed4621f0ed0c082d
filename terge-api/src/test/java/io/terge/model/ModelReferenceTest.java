package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class ModelReferenceTest {

    @Test
    void aPathIsALocation() {
        Path path = Path.of("models", "a.safetensors");
        assertThat(ModelReference.at(path).path()).contains(path);
        assertThat(ModelReference.at(path)).isEqualTo(ModelReference.at(path.toString()));
        assertThat(ModelReference.at(path).describe()).isEqualTo(path.toString());
    }

    @Test
    void aTextAndAPathOfTheSameFileAreEqual() {
        assertThat(ModelReference.at("a")).isEqualTo(ModelReference.at(Path.of("a")));
        assertThat(ModelReference.at("a")).hasSameHashCodeAs(ModelReference.at(Path.of("a")));
        assertThat(ModelReference.at("a")).isNotEqualTo(ModelReference.at("b"));
        assertThat(ModelReference.at("a")).hasToString("a");
    }

    @Test
    void aPathOfAnotherFileSystemKeepsIt(@TempDir Path folder) throws IOException {
        Path archive = folder.resolve("models.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path inside = zip.getPath("/model.safetensors");
            ModelReference reference = ModelReference.at(inside);
            assertThat(reference.path()).contains(inside);
            assertThat(reference).isNotEqualTo(ModelReference.at("/model.safetensors"));
            assertThat(reference.describe())
                    .startsWith("jar:file:")
                    .endsWith("models.zip!/model.safetensors");
        }
    }

    @Test
    void anotherKindOfUriHasNoPath() {
        assertThat(ModelReference.at("s3://bucket/model").path()).isEmpty();
        assertThat(ModelReference.at("s3://bucket/model").describe())
                .isEqualTo("s3://bucket/model");
        assertThat(ModelReference.at("a\0b").path()).isEmpty();
    }

    @Test
    void anEmptyLocationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.at(""))
                .withMessage("The location of a model is empty");
    }

    @Test
    void twoReferencesInMemoryAreEqualForTheSameObjectAlone() {
        Map<String, String> model = new HashMap<>();
        ModelReference reference = ModelReference.of(model, "mine");
        assertThat(reference).isEqualTo(ModelReference.of(model, "yours"));
        assertThat(reference).hasSameHashCodeAs(ModelReference.of(model, "yours"));
        assertThat(reference).isNotEqualTo(ModelReference.of(new HashMap<>(), "mine"));
        model.put("changed", "it");
        assertThat(reference).isEqualTo(ModelReference.of(model, "mine"));
    }

    @Test
    void aReferenceInMemoryShowsItsLabelAndNotTheModel() {
        ModelReference reference = ModelReference.of(Map.of("a", "secret"), "mine");
        assertThat(reference.describe()).isEqualTo("mine");
        assertThat(reference).hasToString("mine");
        assertThat(reference.path()).isEmpty();
    }
}
