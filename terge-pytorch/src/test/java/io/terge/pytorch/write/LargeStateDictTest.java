package io.terge.pytorch.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.terge.error.TergeException;
import io.terge.files.output.Span;
import io.terge.files.zip.ZipLayout;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleInput;
import io.terge.pytorch.pickle.PickleLimits;
import io.terge.pytorch.pickle.Unpickler;
import io.terge.pytorch.tensor.TensorReader;
import io.terge.pytorch.tensor.TensorView;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** Parameters that are too large to be written in a test. */
class LargeStateDictTest {

    private static final long WIDTH = 1L << 32;

    @Test
    void parametersOver4GibAreAligned() {
        ParameterSpec large = spec("large", 3, WIDTH);
        ParameterSpec small = spec("small", 3);
        Map<String, Span> places =
                StateDictLayout.of(ModelBlueprint.of(List.of(large, small))).parameters();
        Span first = requireNonNull(places.get("large"));
        Span second = requireNonNull(places.get("small"));
        assertThat(first.size()).isEqualTo(6 * WIDTH);
        assertThat(first.start() % 64).isZero();
        assertThat(second.start() % 64).isZero();
        assertThat(second.start()).isGreaterThan(first.end());
    }

    @Test
    void sizesAndStridesOver32BitsAreInThePickle() throws IOException {
        byte[] pickle = StateDictPickle.of(List.of(spec("large", 2, 3, WIDTH)), Map.of());
        PickleInput input =
                new PickleInput(StoredBytes.of(MemorySegment.ofArray(pickle)), "a pickle");
        PickleDict dict = (PickleDict) Unpickler.read(input, PickleLimits.DEFAULT).value();
        TensorView view =
                new TensorReader("a file").read(dict.entries().getFirst().value(), "large");
        assertThat(view.shape()).isEqualTo(Shape.of(2, 3, WIDTH));
        assertThat(view.strides()).containsExactly(3 * WIDTH, WIDTH, 1L);
        assertThat(view.storage().bytes()).isEqualTo(12 * WIDTH);
        assertThat(view.isWholeStorage()).isTrue();
    }

    @Test
    void aFileOver64BitsIsRefused() {
        ParameterSpec half = spec("a", 1L << 61);
        ParameterSpec other = spec("b", 1L << 61);
        assertThatThrownBy(() -> layout(List.of(half, other)))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("64 bits");
    }

    private static ZipLayout layout(List<ParameterSpec> parameters) {
        return StateDictLayout.of(ModelBlueprint.of(parameters));
    }

    private static ParameterSpec spec(String name, long... shape) {
        Shape sizes = Shape.of(shape);
        return new ParameterSpec(name, DType.BF16, sizes, 2 * sizes.elements());
    }
}
