package io.terge.spi.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class MethodOptionsTest {

    private static final MethodOptions OPTIONS =
            MethodOptions.of(
                    Map.of("density", "0.25", "rescale", "true", "sign", "majority", "rank", "-3"));

    @Test
    void readsEveryType() {
        assertThat(OPTIONS.number("density")).isEqualTo(0.25);
        assertThat(OPTIONS.whole("rank")).isEqualTo(-3);
        assertThat(OPTIONS.flag("rescale")).isTrue();
        assertThat(OPTIONS.text("sign")).isEqualTo("majority");
        assertThat(OPTIONS.values().keySet()).containsExactly("density", "rank", "rescale", "sign");
    }

    @Test
    void refusesAnOptionThatTheMethodDoesNotDeclare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.number("densty"))
                .withMessageStartingWith(
                        "There is no option 'densty' here; declare it in describe()");
    }

    @Test
    void areEqualByTheirValuesAndDoNotChange() {
        Map<String, String> values = new HashMap<>(Map.of("a", "1"));
        MethodOptions options = MethodOptions.of(values);
        values.put("b", "2");
        assertThat(options).isEqualTo(MethodOptions.of(Map.of("a", "1"))).hasToString("{a=1}");
        assertThat(options).hasSameHashCodeAs(MethodOptions.of(Map.of("a", "1")));
        assertThat(options).isNotEqualTo(MethodOptions.of(values));
    }
}
