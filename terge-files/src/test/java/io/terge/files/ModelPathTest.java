package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ModelPathTest {

    @Test
    void pathsAreGiven() {
        ModelReference reference = ModelReference.at("a/b");
        assertThat(ModelPath.ofModel(reference)).isEqualTo(Path.of("a/b"));
        assertThat(ModelPath.ofTarget(reference)).isEqualTo(Path.of("a/b"));
    }

    @Test
    void whatIsNoPathIsNamed() {
        ModelReference hub = ModelReference.at("hub://org/model");
        assertThatThrownBy(() -> ModelPath.ofModel(hub))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(TergeCode.MODEL_NOT_RECOGNIZED))
                .hasMessageContaining("'hub://org/model' is not the path of a file or directory");
        ModelReference object = ModelReference.of(new Object(), "an object");
        assertThatThrownBy(() -> ModelPath.ofTarget(object))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED))
                .hasMessageContaining("'an object'");
    }
}
