package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.ParameterSelectorContract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class GlobSelectorTest extends ParameterSelectorContract {

    @Override
    protected ParameterSelector selector() {
        return new GlobSelector();
    }

    @Override
    protected String expression() {
        return "layer.*.bias";
    }

    @Override
    protected List<String> matching() {
        return List.of("layer.0.bias", "layer.norm.bias", "layer..bias");
    }

    @Override
    protected List<String> notMatching() {
        return List.of("layer.0.weight", "layer.0.norm.bias", "my.layer.0.bias", "layer0bias");
    }

    @Override
    protected List<String> malformed() {
        return List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "*, weight, true",
        "*, head.weight, false",
        "**, head.weight, true",
        "'**', '', true",
        "**.bias, a.b.bias, true",
        "**.bias, bias, false",
        "***, a.b, true",
        "layer.?.bias, layer.1.bias, true",
        "layer.?.bias, layer.10.bias, false",
        "layer?bias, layer.bias, false",
        "a.b, aXb, false",
        "w[0], w[0], true",
        "w[0], w0, false",
        "'a\\Eb', 'a\\Eb', true",
        "'(a|b)+$', '(a|b)+$', true",
        "'**', 'two\nlines', true",
    })
    void hasThreeWildcardsAndTakesAllElseAsItStands(String glob, String name, boolean matches) {
        ParameterSpec spec = ParameterSpec.of(name, DType.F32, Shape.of(1));
        assertThat(selector().compile(glob).test(spec)).isEqualTo(matches);
    }
}
