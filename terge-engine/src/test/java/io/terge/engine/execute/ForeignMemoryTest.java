package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.stream.Stream;

/** Memory of a model that the threads of a merge cannot read. */
class ForeignMemoryTest {

    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, Shape.of(Scene.LENGTH));

    @Test
    void memoryOfAnotherThreadIsAFaultOfTheAdapter() {
        try (Arena own = Arena.ofConfined()) {
            checkBlamed(own.allocate(W.byteSize()));
        }
    }

    @Test
    void memoryThatIsClosedIsAFaultOfTheAdapter() {
        MemorySegment closed;
        try (Arena arena = Arena.ofShared()) {
            closed = arena.allocate(W.byteSize());
        }
        checkBlamed(closed);
    }

    @Test
    void lessMemoryThanThereShouldBeIsAFaultOfTheAdapter() {
        StoredBytes lying =
                new StoredBytes() {
                    @Override
                    public long size() {
                        return W.byteSize();
                    }

                    @Override
                    public void read(long offset, MemorySegment into) {}

                    @Override
                    public Optional<MemorySegment> memory() {
                        return Optional.of(Arena.ofAuto().allocate(100));
                    }
                };
        TergeException failure =
                Scene.of().with(new ScriptedModel().with(Tensor.stored(W, lying))).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("Plugin 'scripted' failed while reading 'w'");
    }

    // The last part that is loaded of a chunk frees the memory of the one before it.
    @ParameterizedTest
    @MethodSource("sumAndBlocks")
    @SuppressWarnings("MustBeClosedChecker") // A tensor closes it.
    void memoryThatIsFreedBeforeItIsReadIsAFaultOfTheAdapter(MergeMethod method) {
        Arena arena = Arena.ofShared();
        MemorySegment memory = arena.allocate(W.byteSize());
        Scene scene = Scene.of(method).threads(1);
        scene.left().with(new Loaded((start, count) -> memory.asSlice(start * 4, count * 4L)));
        MemorySegment own = Arena.ofAuto().allocate(W.byteSize());
        Tensor freeing =
                new Loaded(
                        (start, count) -> {
                            if (arena.scope().isAlive()) {
                                arena.close();
                            }
                            return own.asSlice(start * 4, count * 4L);
                        });
        TergeException failure = scene.with(new ScriptedModel().with(freeing)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed while reading 'w' of left")
                .hasMessageContaining("Already closed");
    }

    static Stream<MergeMethod> sumAndBlocks() {
        return Stream.of(SampleMethods.mean(), SampleMethods.most());
    }

    @FunctionalInterface
    private interface Loader {
        MemorySegment load(long start, int count);
    }

    /** A tensor whose parts are stored in memory of an adapter. */
    private record Loaded(Loader loader) implements Tensor {

        @Override
        public ParameterSpec spec() {
            return W;
        }

        @Override
        public Part load(long start, int count, Scratch scratch) {
            MemorySegment elements = loader.load(start, count);
            return new Part() {
                @Override
                public void decode(int at, double[] into, int from, int size) {
                    throw new AssertionError("they are stored");
                }

                @Override
                public Optional<MemorySegment> stored() {
                    return Optional.of(elements);
                }
            };
        }
    }

    private static void checkBlamed(MemorySegment memory) {
        ScriptedModel model = new ScriptedModel().with(Tensor.stored(W, memory));
        TergeException failure = Scene.of().with(model).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed while reading 'w' of right");
    }
}
