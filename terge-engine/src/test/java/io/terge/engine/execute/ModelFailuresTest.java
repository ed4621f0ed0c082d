package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

class ModelFailuresTest {

    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, Shape.of(Scene.LENGTH));

    @Test
    void aViewWithoutBytesIsMerged() {
        Scene scene =
                Scene.of()
                        .with(new ScriptedModel().with(new ComputedTensor(W, element -> element)));
        scene.merge(MergeListener.none());
        double[] merged = result(scene, "w");
        assertThat(merged).startsWith(0.5, 1, 1.5).endsWith(0.5 + (Scene.LENGTH - 1) / 2.0);
        scene.checkAllIsClosed();
    }

    @Test
    void aViewWithoutBytesIsCopied() {
        Scene scene = Scene.of();
        scene.left()
                .with(
                        new ComputedTensor(
                                ParameterSpec.of("v", DType.F32, Shape.of(5)), element -> element));
        scene.merge(MergeListener.none());
        assertThat(result(scene, "v")).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aFailedReadNamesParameterAndModel() {
        Tensor view =
                new ComputedTensor(
                        W,
                        element -> {
                            throw new IOException("bad sector");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_READ);
        assertThat(failure).hasMessageContaining("Cannot read 'w' of right: bad sector");
    }

    @Test
    void aMappedFileThatWasCutShortIsAFailedRead() {
        Tensor view =
                new ComputedTensor(
                        W,
                        element -> {
                            throw new InternalError("a fault occurred in an unsafe memory access");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_READ);
        assertThat(failure).hasMessageContaining("its file was truncated or the disk failed");
    }

    @Test
    void storedBytesThatCannotBeReadNameParameterAndModel() {
        for (Throwable thrown :
                List.of(new IOException("bad sector"), new InternalError("a fault occurred"))) {
            ScriptedModel model =
                    new ScriptedModel().with(Tensor.stored(W, new Unreadable(thrown)));
            TergeException failure = Scene.of().with(model).problem();
            assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_READ);
            assertThat(failure).hasMessageContaining("Cannot read 'w' of right: ");
        }
    }

    @Test
    void anAdapterThatThrowsWhileAMethodReadsIsBlamedItself() {
        Tensor view =
                new ComputedTensor(
                        W,
                        element -> {
                            throw new IllegalStateException("closed");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed while reading 'w' of right")
                .hasMessageContaining("IllegalStateException: closed");
    }

    @Test
    void anAdapterThatThrowsWhileAParameterIsCopiedIsNamed() {
        Scene scene = Scene.of();
        scene.left()
                .with(
                        new ComputedTensor(
                                ParameterSpec.of("v", DType.F32, Shape.of(5)),
                                element -> {
                                    throw new IllegalStateException("closed");
                                }));
        assertThat(scene.problem()).hasMessageContaining("failed while reading 'v' of left");
    }

    @Test
    void integersWithoutBytesAreAFaultOfTheAdapter() {
        Scene scene = Scene.of();
        scene.left()
                .with(
                        new ComputedTensor(
                                ParameterSpec.of("ids", DType.I32, Shape.of(5)),
                                element -> element));
        TergeException failure = scene.problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("it gives no bytes for 'ids' of left");
    }

    @Test
    void bytesOfAnotherSizeThanTheHeaderSaysAreAFaultOfTheAdapter() {
        Scene scene = Scene.of();
        scene.left().with(new Short(ParameterSpec.of("ids", DType.I32, Shape.of(5))));
        TergeException failure = scene.problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("expected 20 bytes for 'ids' of left, got 7");
    }

    @Test
    void aNameThatIsGivenTwiceIsAFaultOfTheAdapter() {
        ScriptedModel twice =
                new ScriptedModel() {
                    @Override
                    protected List<ParameterSpec> specs() {
                        return List.of(W, W);
                    }
                };
        assertThat(Scene.of().with(twice).problem())
                .hasMessageContaining("breaks its contract: it lists 'w' of right twice");
    }

    @Test
    void storedElementsOfAnotherSizeAreAFaultOfTheAdapter() {
        MemorySegment few = Arena.ofAuto().allocate(100);
        TergeException failure =
                Scene.of().with(new ScriptedModel().with(new Parts(W, part(few)))).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("breaks its contract: expected ")
                .hasMessageContaining("elements of 'w' of right, got 100");
    }

    @Test
    void moreScratchThanTheFootprintSaysIsAFaultOfTheAdapter() {
        Tensor greedy =
                new Parts(
                        W,
                        (count, scratch) -> {
                            scratch.take(1L << 40);
                            return (at, into, from, size) -> {};
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(greedy)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("failed while reading 'w' of right")
                .hasMessageContaining("bytes of scratch exceed the footprint");
    }

    @Test
    void modelsAreClosedWhereTheSecondDoesNotOpen() {
        for (Throwable thrown : List.of(new IOException("gone"), new OutOfMemoryError("no room"))) {
            Scene scene = Scene.of().with(Scene.fill(new FailingSecondTime(thrown), 3));
            MergePlan plan = scene.merger().plan(scene.request().build());
            Throwable failure = catchThrowable(() -> scene.merger().merge(plan));
            scene.checkNothingIsLeft();
            assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                    .contains(thrown);
        }
    }

    @Test
    void aModelThatDoesNotCloseIsNoFailureOfAMergeThatIsDone() {
        Scene scene =
                Scene.of()
                        .with(
                                Scene.fill(
                                        new ScriptedModel() {
                                            @Override
                                            protected void closing() throws IOException {
                                                throw new IOException("stale handle");
                                            }
                                        },
                                        3));
        scene.merge(MergeListener.none());
        assertThat(result(scene, "w")).containsOnly(2);
        scene.checkAllIsClosed();
    }

    private static double[] result(Scene scene, String name) {
        return Objects.requireNonNull(scene.result().get(name)).toDoubles();
    }

    @FunctionalInterface
    private interface Loader {
        Tensor.Part load(int count, Scratch scratch);
    }

    /** A tensor whose parts are what a test says. */
    private record Parts(ParameterSpec spec, Loader loader) implements Tensor {
        @Override
        public Part load(long start, int count, Scratch scratch) {
            return loader.load(count, scratch);
        }
    }

    private static Loader part(MemorySegment stored) {
        return (count, scratch) ->
                new Tensor.Part() {
                    @Override
                    public void decode(int at, double[] into, int from, int size) {
                        throw new AssertionError("they are stored");
                    }

                    @Override
                    public Optional<MemorySegment> stored() {
                        return Optional.of(stored);
                    }
                };
    }

    /** A tensor of seven bytes, whatever its header says. */
    private record Short(ParameterSpec spec) implements Tensor {
        @Override
        public Part load(long start, int count, Scratch scratch) {
            throw new AssertionError("bytes are at hand");
        }

        @Override
        public Optional<StoredBytes> bytes() {
            return Optional.of(StoredBytes.of(MemorySegment.ofArray(new byte[7])));
        }
    }

    /** Bytes in a file that cannot be read. */
    private record Unreadable(Throwable thrown) implements StoredBytes {
        @Override
        public long size() {
            return W.byteSize();
        }

        @Override
        public void read(long offset, MemorySegment into) throws IOException {
            switch (thrown) {
                case IOException failure -> throw failure;
                case Error error -> throw error;
                default -> throw new AssertionError(thrown);
            }
        }
    }

    /** Opens for planning, not for the run. */
    private static final class FailingSecondTime extends ScriptedModel {
        private final Throwable thrown;
        private boolean planned;

        FailingSecondTime(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        protected void opening() throws IOException {
            if (planned) {
                switch (thrown) {
                    case IOException failure -> throw failure;
                    case Error error -> throw error;
                    default -> throw new IllegalStateException(thrown);
                }
            }
            planned = true;
        }
    }
}
