package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ModelHeadersTest {

    private static TestSource sound() {
        return TestFormat.source().with("a", DType.F32, 2, 3).with("b", DType.F32, 2, 3);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(sound().with("a", DType.F16, 1), "it lists 'a' of m twice"),
                Arguments.of(
                        sound().tied("x", "a"),
                        "it ties 'x' of m to 'a', but 'x' is not a parameter"),
                Arguments.of(
                        sound().tied("a", "x%s"),
                        "it ties 'a' of m to 'x%s', but 'x%s' is not a parameter"),
                Arguments.of(
                        sound().tied("a", "a"), "it ties 'a' of m to 'a', which is tied itself"),
                Arguments.of(
                        sound().with("c", DType.F32, 2, 3).tied("a", "b").tied("b", "c"),
                        "it ties 'a' of m to 'b', which is tied itself"),
                Arguments.of(
                        sound().with("c", DType.F32, 3, 2).tied("c", "a"),
                        "it ties 'c' of m to 'a', but they are F32 [3, 2] and F32 [2, 3]"),
                Arguments.of(
                        sound().with("c", DType.I32, 2, 3).tied("c", "a"),
                        "it ties 'c' of m to 'a', but they are I32 [2, 3] and F32 [2, 3]"),
                Arguments.of(
                        sound().group("a", "x"),
                        "it has 'x' of m in a group, but that is not a parameter"),
                Arguments.of(sound().group(), "it lists a group without parameters in m"),
                Arguments.of(
                        sound().companion("a.json").companion("a.json"),
                        "it lists the companion 'a.json' of m twice"),
                Arguments.of(
                        sound().companion("../a.json"),
                        "it names a companion '../a.json' of m, which is not a path within it"),
                Arguments.of(
                        sound().aliased("head", "gone"),
                        "it uses 'gone' of m as 'head', but 'gone' is not a parameter"),
                Arguments.of(sound().companion("/etc/a"), "which is not a path within it"),
                Arguments.of(sound().companion(""), "which is not a path within it"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(TestSource source, String how) {
        assertThatThrownBy(() -> headers(source))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[PLUGIN_FAILED] Plugin 'odd' breaks its contract: ")
                .hasMessageContaining(how)
                .hasMessageContaining("class: " + TestFormat.class.getName());
        assertThat(source.closed).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("NullAway") // An adapter may be compiled without such checks.
    void namesAnAdapterThatGivesNull() {
        TestSource source = sound();
        source.metadata.put("license", null);
        assertThatThrownBy(() -> headers(source))
                .hasMessageContaining("[PLUGIN_FAILED] Plugin 'odd'");
        TestSource footless =
                new TestSource() {
                    @Override
                    public Footprint footprint(ParameterSpec parameter) {
                        return null;
                    }
                };
        assertThatThrownBy(() -> headers(footless.with("w", DType.F32, 1)))
                .hasMessageContaining("breaks its contract: it returned null while ");
    }

    @Test
    void keepFootprintsThatAreNotThoseOfStoredParameters() {
        TestSource source = sound();
        source.footprints.put("b", Footprint.of(7, 8, 9));
        ModelHeaders headers = headers(source);
        assertThat(headers.footprints()).containsOnlyKeys("b");
        assertThat(headers.footprint(source.parameters.get(0)))
                .isEqualTo(Footprint.stored(source.parameters.get(0)));
        assertThat(headers.footprint(source.parameters.get(1))).isEqualTo(Footprint.of(7, 8, 9));
    }

    @Test
    void haveADigestOfAllThatTellsThemApart() {
        TestSource other = sound();
        other.metadata.put("k", "v");
        TestSource swapped = sound();
        swapped.metadata.put("v", "k");
        TestSource opaque = sound();
        opaque.parameters.add(new ParameterSpec("q", DType.named("Q4"), Shape.of(8), 6));
        TestSource larger = sound();
        larger.parameters.add(new ParameterSpec("q", DType.named("Q4"), Shape.of(8), 7));
        List<String> digests = new ArrayList<>();
        for (TestSource source :
                List.of(
                        sound(),
                        TestFormat.source().with("b", DType.F32, 2, 3).with("a", DType.F32, 2, 3),
                        TestFormat.source().with("a", DType.F32, 2, 3),
                        TestFormat.source().with("a", DType.F32, 3, 2).with("b", DType.F32, 2, 3),
                        TestFormat.source().with("a", DType.I32, 2, 3).with("b", DType.F32, 2, 3),
                        TestFormat.source().with("aF", DType.F32, 2, 3).with("b", DType.F32, 2, 3),
                        sound().tied("b", "a"),
                        sound().tied("a", "b"),
                        other,
                        swapped,
                        opaque,
                        larger)) {
            digests.add(headers(source).digest());
        }
        assertThat(digests).doesNotHaveDuplicates().allMatch(text -> text.matches("[0-9a-f]{64}"));
        assertThat(headers(sound()).digest()).isEqualTo(digests.getFirst());
        assertThat(headers(sound().companion("x").group("a")).digest())
                .isEqualTo(digests.getFirst());
    }

    // From Python's hashlib, of 1 parameter "a" F32 [2] of 8 bytes, no ties, no metadata; every
    // length and number as 8 bytes, the most significant first.
    @Test
    void haveTheSameDigestInEveryVersion() {
        assertThat(headers(TestFormat.source().with("a", DType.F32, 2)).digest())
                .isEqualTo("514cb512ccb7b2b2f3081916516660185641a0c1efc83aefae4da43c10985f9e");
    }

    private static ModelHeaders headers(TestSource source) {
        TestFormat adapter =
                TestFormat.claiming("odd", Claim.SPECIFIC).opening((model, context) -> source);
        return new ModelOpener(TestFormat.chooser(adapter))
                .headers(
                        ModelReference.at("m"),
                        Optional.empty(),
                        RequestSettings.none(),
                        MergeListener.none());
    }
}
