package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

class TransplantTest {

    private static final ModelReference MODEL = ModelReference.at(Path.of("model"));
    private static final ModelReference DONOR = ModelReference.at(Path.of("the donor"));

    @Test
    void settingsAreReadAsTheyWereWritten() {
        Transplant all =
                new Transplant(DONOR.with("key", "a&b=c"), Transplant.Method.NEAREST)
                        .withMost(3)
                        .withMultiple(64);
        Transplant known =
                all.resolved(DONOR, new TransplantedRows(1, 2, 3), List.of("00ff", "ab12"));
        for (Transplant one : new Transplant[] {all, known}) {
            ModelReference view = one.on(MODEL);
            assertThat(view.hasAny(Transplant.SETTINGS)).isTrue();
            assertThat(Transplant.of(view)).isEqualTo(one);
            assertThat(Transplant.of(ModelReference.at(view.describe()))).isEqualTo(one);
            assertThat(view.without(Transplant.SETTINGS)).isEqualTo(MODEL);
        }
        assertThat(MODEL.hasAny(Transplant.SETTINGS)).isFalse();
    }

    @Test
    void theNumberOfRowsDependsOnTheMethod() {
        ModelReference omp = MODEL.with("transplant", "donor");
        assertThat(Transplant.of(omp).most()).isEqualTo(64);
        assertThat(Transplant.of(omp.with("transplant-method", "nearest")).most()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transplant-k=0",
                "transplant-k=1025",
                "transplant-k=x",
                "transplant=",
                "transplant-method=mean",
                "transplant-multiple=0",
                "transplant-rows=3"
            })
    void otherSettingsAreRejected(String setting) {
        String[] parts = setting.split("=", 2);
        ModelReference view = new Transplant(DONOR, Transplant.Method.OMP).on(MODEL);
        assertRejected(view.with(parts[0], parts[1]));
        assertRejected(MODEL.with("transplant-method", "omp"));
    }

    private static void assertRejected(ModelReference view) {
        assertThatThrownBy(() -> Transplant.of(view))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(TergeCode.INVALID_SETTING));
    }
}
