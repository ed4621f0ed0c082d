package io.terge.hf.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalInt;

class VocabularySettingsTest {

    private static final ModelReference A = ModelReference.at("models/a");
    private static final ModelReference ODD = ModelReference.at("b, 100%25?key=x");

    @Test
    void areTheTextOfAReference() {
        VocabularySettings settings =
                new VocabularySettings(
                        new VocabularyPolicy.Union(), List.of(A, A), 1, OptionalInt.empty());
        assertThat(settings.on(A).describe())
                .isEqualTo(
                        "models/a?vocabulary=union&vocabulary-base=1"
                                + "&vocabulary-models=models/a,models/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"union", "intersection", "base", "1"})
    void areReadAsTheyWereWritten(String policy) {
        VocabularySettings settings =
                new VocabularySettings(
                        VocabularySettings.policy(policy), List.of(A, ODD), 1, OptionalInt.of(64));
        ModelReference written = ModelReference.at(settings.on(ODD).describe());
        assertThat(VocabularySettings.isIn(written)).isTrue();
        assertThat(VocabularySettings.of(written)).isEqualTo(settings);
        assertThat(VocabularySettings.without(written)).isEqualTo(ODD);
        assertThat(VocabularySettings.isIn(ODD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?vocabulary=union",
                "a?vocabulary=unoin&vocabulary-models=a",
                "a?vocabulary=2&vocabulary-models=a,b",
                "a?vocabulary=union&vocabulary-models=a,b&vocabulary-base=2",
                "a?vocabulary=union&vocabulary-models=a,b&vocabulary-base=-1",
                "a?vocabulary=union&vocabulary-models=a,,b",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-multiple=0",
                "a?vocabulary-models=a"
            })
    void wrongOnesAreRefused(String reference) {
        assertThatThrownBy(() -> VocabularySettings.of(ModelReference.at(reference)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TergeCode.INVALID_SETTING))
                .hasMessageContaining("Setting 'vocabulary")
                .hasMessageContaining("fix: ");
    }

    @Test
    void aModelInMemoryCannotBeNamed() {
        ModelReference memory = ModelReference.of(new Object(), "memory");
        VocabularySettings settings =
                new VocabularySettings(
                        new VocabularyPolicy.Union(), List.of(A, memory), 0, OptionalInt.empty());
        assertThatThrownBy(() -> settings.on(A))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("'memory' cannot be changed");
    }
}
