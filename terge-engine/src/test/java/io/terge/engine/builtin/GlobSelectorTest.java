package io.terge.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.selector.ParameterSelector;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.ParameterSelectorContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    @Test
    void takesNoTimeForPatternsWithManyWildcards() {
        ParameterSpec spec = ParameterSpec.of("n".repeat(10_000), DType.F32, Shape.of(1));
        for (String glob :
                List.of("**n*n*n*n*x", "*n*n*n*n*n*n*n*n*n*n*n*n*x", "**n**n**n**n**x")) {
            assertThat(selector().compile(glob).test(spec)).isFalse();
        }
    }

    /** The regular expression that says the same, which is right but may take years. */
    private static Pattern regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (String part : glob.splitWithDelimiters("\\*\\*|\\*|\\?", -1)) {
            regex.append(
                    switch (part) {
                        case "**" -> ".*";
                        case "*" -> "[^.]*";
                        case "?" -> "[^.]";
                        default -> Pattern.quote(part);
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void meansWhatTheRegularExpressionMeans(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String glob = text(random, List.of("a", "b", ".", "*", "**", "?", "\ud83d\ude00"), 7);
            String name = text(random, List.of("a", "b", ".", "\n", "\ud83d\ude00"), 8);
            assertThat(selector().compile(glob).test(ParameterSpec.of(name, DType.F32, Shape.of())))
                    .as("seed %d: %s and %s", seed, glob, name)
                    .isEqualTo(regex(glob).matcher(name).matches());
        }
    }

    private static String text(Random random, List<String> parts, int most) {
        return random.ints(random.nextInt(most + 1), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining());
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
