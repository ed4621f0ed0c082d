package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

class ModelFailuresTest {

    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, Shape.of(Scene.LENGTH));

    @FunctionalInterface
    private interface Reader {
        void read(long index, double[] into, int from, int count) throws IOException;
    }

    /** A tensor without bytes. */
    private record View(ParameterSpec spec, Reader reader) implements Tensor {
        @Override
        public void read(long index, double[] into, int from, int count) throws IOException {
            reader.read(index, into, from, count);
        }
    }

    @Test
    void aViewWithoutBytesIsMerged() {
        Scene scene =
                Scene.of().with(new ScriptedModel().with(new View(W, ModelFailuresTest::count)));
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
                        new View(
                                ParameterSpec.of("v", DType.F32, Shape.of(5)),
                                ModelFailuresTest::count));
        scene.merge(MergeListener.none());
        assertThat(result(scene, "v")).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aFailedReadNamesParameterAndModel() {
        View view =
                new View(
                        W,
                        (index, into, from, count) -> {
                            throw new IOException("bad sector");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_READ);
        assertThat(failure).hasMessageContaining("Cannot read 'w' of right: bad sector");
    }

    @Test
    void aMappedFileThatWasCutShortIsAFailedRead() {
        View view =
                new View(
                        W,
                        (index, into, from, count) -> {
                            throw new InternalError("a fault occurred in an unsafe memory access");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_READ);
        assertThat(failure).hasMessageContaining("its file was cut short or its disk fails");
    }

    @Test
    void storedBytesThatCannotBeReadNameParameterAndModel() {
        for (Throwable thrown :
                List.of(new IOException("bad sector"), new InternalError("a fault occurred"))) {
            ScriptedModel model =
                    new ScriptedModel().with(Tensor.stored(W, new Unreadable(thrown)));
            TergeException failure = Scene.of().with(model).problem();
            assertThat(failure.code()).isEqualTo(ErrorCode.CANNOT_READ);
            assertThat(failure).hasMessageContaining("Cannot read 'w' of right: ");
        }
    }

    @Test
    void anAdapterThatThrowsWhileAMethodReadsIsBlamedItself() {
        View view =
                new View(
                        W,
                        (index, into, from, count) -> {
                            throw new IllegalStateException("closed");
                        });
        TergeException failure = Scene.of().with(new ScriptedModel().with(view)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed at reading 'w' of right")
                .hasMessageContaining("IllegalStateException: closed");
    }

    @Test
    void anAdapterThatThrowsWhileAParameterIsCopiedIsNamed() {
        Scene scene = Scene.of();
        scene.left()
                .with(
                        new View(
                                ParameterSpec.of("v", DType.F32, Shape.of(5)),
                                (index, into, from, count) -> {
                                    throw new IllegalStateException("closed");
                                }));
        assertThat(scene.problem()).hasMessageContaining("failed at reading 'v' of left");
    }

    @Test
    void integersWithoutBytesAreAFaultOfTheAdapter() {
        Scene scene = Scene.of();
        scene.left()
                .with(
                        new View(
                                ParameterSpec.of("ids", DType.I32, Shape.of(5)),
                                ModelFailuresTest::count));
        TergeException failure = scene.problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("it gives no bytes for 'ids' of left");
    }

    @Test
    void bytesOfAnotherSizeThanTheHeaderSaysAreAFaultOfTheAdapter() {
        Scene scene = Scene.of();
        scene.left().with(new Short(ParameterSpec.of("ids", DType.I32, Shape.of(5))));
        TergeException failure = scene.problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("it gives 7 bytes for 'ids' of left, which has 20");
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
                .hasMessageContaining("breaks its contract: it gives 'w' of right twice");
    }

    @Test
    void aModelThatHasChangedSinceThePlanIsRefused() {
        assertThat(changed("another shape", m -> m.with("w", TensorArray.of(new float[2]))))
                .contains("'w' of right has changed since the plan was made")
                .contains("it was w F32 [2000000], it is w F32 [2]")
                .contains("fix: plan again");
    }

    @Test
    void aBaseWithNewParametersIsRefused() {
        Scene scene = Scene.of();
        MergePlan plan = scene.merger().plan(scene.request().build());
        scene.left().with("new", TensorArray.of(new float[2]));
        TergeException failure = merge(scene, plan);
        assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_CHANGED);
        assertThat(failure)
                .hasMessageContaining("'new' of left")
                .hasMessageContaining("not there then");
    }

    @Test
    void modelsAreClosedWhereTheSecondDoesNotOpen() {
        for (Throwable thrown : List.of(new IOException("gone"), new OutOfMemoryError("no room"))) {
            Scene scene = Scene.of().with(Scene.fill(new FailingSecondTime(thrown), 3));
            Throwable failure = scene.failure();
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
                                            private int closed;

                                            @Override
                                            protected void closing() throws IOException {
                                                if (++closed > 1) {
                                                    throw new IOException("stale handle");
                                                }
                                            }
                                        },
                                        3));
        scene.merge(MergeListener.none());
        assertThat(result(scene, "w")).containsOnly(2);
        scene.checkAllIsClosed();
    }

    private static String changed(String how, Consumer<ScriptedModel> change) {
        Scene scene = Scene.of();
        MergePlan plan = scene.merger().plan(scene.request().build());
        change.accept(scene.right());
        TergeException failure = merge(scene, plan);
        assertThat(failure.code()).as(how).isEqualTo(ErrorCode.MODEL_CHANGED);
        return Objects.requireNonNull(failure.getMessage());
    }

    private static TergeException merge(Scene scene, MergePlan plan) {
        Throwable thrown = catchThrowable(() -> scene.merger().merge(plan, MergeListener.none()));
        assertThat(thrown).isInstanceOf(TergeException.class);
        scene.checkNothingIsLeft();
        return (TergeException) thrown;
    }

    private static double[] result(Scene scene, String name) {
        return Objects.requireNonNull(scene.result().get(name)).toDoubles();
    }

    // Counts from 0.
    private static void count(long index, double[] into, int from, int count) {
        for (int i = 0; i < count; i++) {
            into[from + i] = index + i;
        }
    }

    /** A tensor of seven bytes, whatever its header says. */
    private record Short(ParameterSpec spec) implements Tensor {
        @Override
        public void read(long index, double[] into, int from, int count) {
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
