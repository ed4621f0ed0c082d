package io.terge.spi.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class ModelBlueprintTest {

    private static final ParameterSpec SPEC = ParameterSpec.of("w", DType.F32, Shape.of(2));
    private static final ModelReference DONOR = ModelReference.at("donor");
    private static final Companion FILE = new Empty("config.json");

    @Test
    void aNewModelIsItsParametersAndNothingElse() {
        ModelBlueprint plain = ModelBlueprint.of(List.of(SPEC));
        assertThat(plain.parameters()).containsExactly(SPEC);
        assertThat(plain.ties()).isEmpty();
        assertThat(plain.metadata()).isEmpty();
        assertThat(plain.donor()).isEmpty();
        assertThat(plain.companions()).isEmpty();
        assertThat(plain.changes().dtype()).isEmpty();
        assertThat(plain.shardSize()).isEmpty();
        assertThat(plain.overwrite()).isFalse();
    }

    @Test
    void everyWordKeepsTheOthers() {
        ModelChanges changes =
                ModelChanges.none()
                        .withDtype(DType.BF16)
                        .withLayers(List.of(0, 1, 1))
                        .withVocabulary(9);
        ModelBlueprint full =
                ModelBlueprint.of(List.of(SPEC))
                        .withOverwriting(true)
                        .withTies(Map.of("head", "w"))
                        .withCompanions(DONOR, List.of(FILE), changes)
                        .withMetadata(Map.of("format", "pt"))
                        .withShardSize(OptionalLong.of(5));
        assertThat(full.parameters()).containsExactly(SPEC);
        assertThat(full.ties()).containsExactly(Map.entry("head", "w"));
        assertThat(full.metadata()).containsExactly(Map.entry("format", "pt"));
        assertThat(full.donor()).contains(DONOR);
        assertThat(full.companions()).containsExactly(FILE);
        assertThat(full.changes().dtype()).contains(DType.BF16);
        assertThat(full.changes().layers()).hasValue(List.of(0, 1, 1));
        assertThat(full.changes().vocabulary()).hasValue(9);
        assertThat(full.shardSize()).hasValue(5);
        assertThat(full.overwrite()).isTrue();
        assertThat(full.withOverwriting(false).overwrite()).isFalse();
    }

    @Test
    void doesNotChangeWithTheMapsItIsMadeOf() {
        Map<String, String> texts = new HashMap<>();
        ModelBlueprint plain = ModelBlueprint.of(List.of(SPEC));
        ModelBlueprint described = plain.withMetadata(texts).withTies(texts);
        texts.put("a", "b");
        assertThat(described.metadata()).isEmpty();
        assertThat(described.ties()).isEmpty();
    }

    private record Empty(String name) implements Companion {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[0]);
        }
    }
}
