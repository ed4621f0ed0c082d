package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
    void anotherKindOfUriHasNoPath() {
        assertThat(ModelReference.at("s3://bucket/model").path()).isEmpty();
        assertThat(ModelReference.at("a\0b").path()).isEmpty();
    }

    @Test
    void anEmptyLocationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.at(""))
                .withMessage("A location is empty");
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
