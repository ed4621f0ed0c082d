package io.terge.hf.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ChatTemplateChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

class BuiltInTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "alpaca, ### Instruction:, ### Response:",
        "chatml, <|im_start|>, <|im_end|>",
        "exaone, [|assistant|], [|endofturn|]",
        "llama3, <|start_header_id|>, <|eot_id|>",
        "mistral, [INST], [/INST]"
    })
    void eachTemplateHasTheMarksOfItsFormat(String name, String start, String end)
            throws IOException {
        assertThat(BuiltInTemplate.named(name))
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .contains(start, end, "for message in messages")
                                        .startsWith("{")
                                        .endsWith("-%}"));
    }

    @Test
    void allThatAreNamedAreThere() throws IOException {
        for (String name : ChatTemplateChoice.BUILT_IN) {
            assertThat(BuiltInTemplate.named(name)).isPresent();
        }
        assertThat(BuiltInTemplate.named("auto")).isEmpty();
        assertThat(BuiltInTemplate.named("../BuiltInTemplate")).isEmpty();
    }
}
