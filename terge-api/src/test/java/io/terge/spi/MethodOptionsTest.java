package io.terge.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class MethodOptionsTest {

    private static final MethodOptions OPTIONS =
            new MethodOptions(Map.of("density", "0.25", "rescale", "true", "sign", "majority"));

    @Test
    void readsEveryType() {
        assertThat(OPTIONS.number("density")).isEqualTo(0.25);
        assertThat(OPTIONS.flag("rescale")).isTrue();
        assertThat(OPTIONS.text("sign")).isEqualTo("majority");
        assertThat(OPTIONS.sorted().keySet()).containsExactly("density", "rescale", "sign");
    }

    @Test
    void refusesAnOptionThatTheMethodDoesNotDeclare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.number("densty"))
                .withMessage("The method does not declare option 'densty' in describe()");
    }

    @Test
    void aDescriptionGrowsByCopies() {
        MethodOption density = MethodOption.number("density", 0.5, 0, 1, "The share kept.");
        MethodDescription plain = MethodDescription.of("Keeps some");
        MethodDescription full =
                plain.reference("arXiv 1").absoluteWeights().withBase().option(density);
        assertThat(plain.options()).isEmpty();
        assertThat(plain.usesBase()).isFalse();
        assertThat(full.options()).isEqualTo(List.of(density));
        assertThat(full.summary()).isEqualTo("Keeps some");
        assertThat(full.reference()).isEqualTo("arXiv 1");
        assertThat(full.weighting()).isEqualTo(MethodDescription.Weighting.ABSOLUTE);
        assertThat(full.usesBase()).isTrue();
    }
}
