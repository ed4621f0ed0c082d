package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.ParameterSelectorContract;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Predicate;

class RegexSelectorTest extends ParameterSelectorContract {

    @Override
    protected ParameterSelector selector() {
        return new RegexSelector();
    }

    @Override
    protected String expression() {
        return "layer\\.[02]\\.";
    }

    @Override
    protected List<String> matching() {
        return List.of("layer.0.bias", "the.layer.2.weight");
    }

    @Override
    protected List<String> notMatching() {
        return List.of("layer.1.bias", "layer.0", "layerx0x");
    }

    @Override
    protected List<String> malformed() {
        return List.of("(", "[a", "a**", "x{2,1}");
    }

    @Test
    void saysWhatIsWrongAndAtWhichPlace() {
        assertThatThrownBy(() -> selector().compile("bias)"))
                .isInstanceOfSatisfying(
                        SelectorSyntaxException.class,
                        fault -> assertThat(fault.position()).isEqualTo(3))
                .hasMessage("Unmatched closing ')'");
    }

    @Test
    void aPatternThatTriesForYearsIsStopped() {
        ParameterSpec name = ParameterSpec.of("a".repeat(60) + "!", DType.F32, Shape.of(1));
        Predicate<ParameterSpec> matches = selector().compile("(a+)+\\1b");

        assertThatThrownBy(() -> matches.test(name))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[INVALID_SELECTOR]")
                .hasMessageContaining("\"regex:(a+)+\\1b\" takes too many steps");
    }

    @Test
    void aPatternThatTriesLongCanBeCancelled() {
        ParameterSpec name = ParameterSpec.of("a".repeat(60) + "!", DType.F32, Shape.of(1));
        Predicate<ParameterSpec> matches = selector().compile("(a+)+\\1b");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> matches.test(name)).hasMessageContaining("[CANCELLED]");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aNameThatTheMatcherCannotGetThroughIsToldOf() {
        ParameterSpec endless = ParameterSpec.of("ab".repeat(1_000_000), DType.F32, Shape.of(1));
        Predicate<ParameterSpec> matches = selector().compile("(a|b)*c");

        assertThatThrownBy(() -> matches.test(endless))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[INVALID_SELECTOR]")
                .hasMessageContaining("regex:(a|b)*c")
                .hasMessageContaining("2000000 characters");
    }
}
