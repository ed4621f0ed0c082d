package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

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
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed at giving the memory of 'w'");
    }

    private static void checkBlamed(MemorySegment memory) {
        ScriptedModel model = new ScriptedModel().with(Tensor.stored(W, memory));
        TergeException failure = Scene.of().with(model).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed at reading 'w' of right");
    }
}
