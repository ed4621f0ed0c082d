package io.terge.djl.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

import io.terge.djl.NativeTest;
import io.terge.djl.Networks;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

@NativeTest
class DjlSourceTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void namesParametersAsDjlDoesAndIncludesTheStatisticsOfBatchNormalisation() {
        assertThat(opened(Networks.classifier(manager)).parameters())
                .extracting(ParameterSpec::toString)
                .containsExactly(
                        "01Linear_weight F32 [4, 3]",
                        "01Linear_bias F32 [4]",
                        "02BatchNorm_gamma F32 [4]",
                        "02BatchNorm_beta F32 [4]",
                        "02BatchNorm_runningMean F32 [4]",
                        "02BatchNorm_runningVar F32 [4]",
                        "04Linear_weight F32 [2, 4]",
                        "04Linear_bias F32 [2]");
    }

    @Test
    void readsTheBlockOfAModel() {
        try (Model model = Model.newInstance("a")) {
            model.setBlock(Networks.classifier(manager));
            assertThat(opened(model).parameters()).hasSize(8);
        }
    }

    @Test
    void readsContiguousArraysWhereTheyAre() {
        NDArray array = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
        MemorySegment memory = stored(array).memory().orElseThrow();
        array.set(new float[] {5, 6, 7, 8});
        array.muli(2);
        assertThat(stored(array).memory().orElseThrow().getAtIndex(ValueLayout.JAVA_FLOAT, 3))
                .isEqualTo(16);
        assertThat(memory.isReadOnly()).isTrue();
    }

    @Test
    void readsTransposedArraysInTheirOwnOrder() throws IOException {
        NDArray array = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)).transpose();
        StoredBytes stored = stored(array);
        assertThat(stored.memory()).isEmpty();
        assertThat(read(stored, 0, 6)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(read(stored, 1, 4)).containsExactly(4, 2, 5, 3);
    }

    @Test
    void readsLargeTransposedArraysInSeveralParts() throws IOException {
        int columns = 6 << 20; // two rows have 48 MB
        NDArray array = manager.arange(0, 2f * columns, 1f).reshape(columns, 2).transpose();
        float[] values = read(stored(array), 0, 2 * columns);
        assertThat(values[1]).isEqualTo(2);
        assertThat(values[columns]).isEqualTo(1);
        assertThat(values[2 * columns - 1]).isEqualTo(2 * columns - 1);
    }

    @Test
    void leavesNoCopiesInTheManagerOfTheArray() throws IOException {
        NDArray array = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)).transpose();
        int before = manager.getManagedArrays().size();
        read(stored(array), 0, 4);
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @Test
    void readsAViewOfPartOfAnArrayWhereItIs() throws IOException {
        NDArray array = manager.create(new float[] {1, 2, 3, 4}).get("1:3");
        assertThat(stored(array).memory()).isPresent();
        assertThat(read(stored(array), 0, 2)).containsExactly(2, 3);
    }

    @Test
    void tiesNamesOfOneArray() {
        Block shared = Linear.builder().setUnits(3).build();
        Block block = new SequentialBlock().add(shared).add(shared);
        Networks.initialized(block, manager, new Shape(1, 3));
        assertThat(opened(block).ties())
                .hasSize(2)
                .containsEntry("02Linear_weight", "01Linear_weight")
                .containsEntry("02Linear_bias", "01Linear_bias");
    }

    @Test
    void doesNotTieEmptyArrays() {
        ParameterBlock block =
                new ParameterBlock()
                        .with("a", manager.zeros(new Shape(0)))
                        .with("b", manager.zeros(new Shape(0)));
        assertThat(opened(block).ties()).isEmpty();
    }

    @Test
    void refusesABlockThatIsNotInitialized() {
        TergeException refusal = refusal(new ParameterBlock().without("w"));
        assertThat(refusal.code()).isEqualTo(DjlCode.DJL_NOT_INITIALIZED);
        assertThat(refusal)
                .hasMessageContaining("Parameter 'w' of block has no values yet")
                .hasMessageContaining("fix: call block.initialize(");
    }

    @Test
    void refusesAModelWithoutABlock() {
        try (Model model = Model.newInstance("a")) {
            assertThat(refusal(model).code()).isEqualTo(DjlCode.DJL_NOT_INITIALIZED);
        }
    }

    @Test
    void refusesArraysThatHaveBeenClosed() {
        NDArray array = manager.zeros(new Shape(2));
        ParameterBlock block = new ParameterBlock().with("w", array);
        array.close();
        assertThat(refusal(block).code()).isEqualTo(DjlCode.DJL_CLOSED);
    }

    @Test
    void refusesTypesThatDjlCannotRead() {
        NDArray complex = manager.zeros(new Shape(2, 2)).toType(DataType.COMPLEX64, true);
        TergeException refusal = refusal(new ParameterBlock().with("w", complex));
        assertThat(refusal.code()).isEqualTo(DjlCode.DJL_TYPE_NOT_SUPPORTED);
        assertThat(refusal).hasMessageContaining("'w'").hasMessageContaining("COMPLEX64");
    }

    private TergeException refusal(Object model) {
        return Objects.requireNonNull(
                catchThrowableOfType(TergeException.class, () -> opened(model)));
    }

    private StoredBytes stored(NDArray array) {
        return opened(new ParameterBlock().with("w", array)).tensor("w").bytes().orElseThrow();
    }

    private static float[] read(StoredBytes stored, long from, long count) throws IOException {
        MemorySegment into = Arena.ofAuto().allocate(count * Float.BYTES, Float.BYTES);
        stored.read(from * Float.BYTES, into);
        return into.toArray(ValueLayout.JAVA_FLOAT);
    }

    private static ModelSource opened(Object model) {
        DjlAdapter adapter = new DjlAdapter();
        return adapter.open(ModelReference.of(model, "block"), TestAdapterContext.of(adapter));
    }
}
