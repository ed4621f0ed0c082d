package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "m/a, m/a",
        "m/a?key=ema, m/a?key=ema",
        "m/a?moe-expert=0&moe-frame=m/b, m/a",
        "m/a?key=ema&moe-experts=2&moe-gates=random, m/a?key=ema",
        "m/a?vocabulary=union&vocabulary-models=m/b, m/a",
        "m/a?expert=1, m/a?expert=1"
    })
    void messagesShowOnlyWhatTheUserWrote(String reference, String shown) {
        assertThat(ViewSettings.shown(ModelReference.at(reference))).isEqualTo(shown);
    }

    @Test
    void aModelInMemoryIsShownAsItIs() {
        ModelReference memory = ModelReference.of(new Object(), "memory");
        assertThat(ViewSettings.shown(memory)).isEqualTo(memory.describe());
    }
}
