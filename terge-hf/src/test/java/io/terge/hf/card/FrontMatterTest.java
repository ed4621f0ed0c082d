package io.terge.hf.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nlicense: mit\n---\n# Model\n",
                "---\r\nlicense: mit\r\n---\r\n# Model\r\n",
                "\uFEFF---\nlicense: mit\n---",
                "--- \nlicense: mit\n---\t\n\n---\n"
            })
    void isBetweenTheFirstTwoFences(String text) {
        assertThat(FrontMatter.in(text)).contains(new FrontMatter("license: mit\n"));
    }

    @Test
    void mayBeEmpty() {
        assertThat(FrontMatter.in("---\n---\n")).contains(new FrontMatter(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Model\n",
                "---",
                "---\nlicense: mit\n",
                "----\nlicense: mit\n----\n",
                " ---\nlicense: mit\n---\n",
                "\n---\nlicense: mit\n---\n"
            })
    void isNotThereWithoutTwoFencesFromTheFirstLineOn(String text) {
        assertThat(FrontMatter.in(text)).isEmpty();
    }
}
