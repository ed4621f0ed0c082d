package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

class MergePlanTest {

    private static final ParameterSpec F32 = ParameterSpec.of("w", DType.F32, Shape.of(10));
    private static final ParameterSpec F16 = ParameterSpec.of("w", DType.F16, Shape.of(10));
    private static final ModelUse FIRST = use(OptionalInt.of(0), "a");
    private static final ModelUse APART = use(OptionalInt.empty(), "base");

    private static final Action MERGED =
            new Action.Merge(
                    "ties",
                    new TreeMap<>(),
                    List.of(operand(F32), operand(F16)),
                    Optional.of(operand(F16)),
                    Extent.BLOCK,
                    3,
                    0,
                    Optional.of(new Action.Layer(1, 4)));
    private static final Action COPIED = new Action.Copy(operand(F16), Action.Reason.EXCLUDED);
    private static final Action TIED = new Action.Tied("w");

    @Test
    void aMergeReadsItsInputsAndTheBaseInEachPass() {
        assertThat(MERGED.bytesRead()).isEqualTo(3 * (40 + 20 + 20));
        assertThat(COPIED.bytesRead()).isEqualTo(20);
        assertThat(TIED.bytesRead()).isZero();
    }

    @Test
    void aTiedParameterIsNotWritten() {
        assertThat(new ParameterPlan(F32, 0, TIED).bytesWritten()).isZero();
        assertThat(new ParameterPlan(F32, 0, COPIED).bytesWritten()).isEqualTo(40);
    }

    @Test
    void countsWhatItsParametersTake() {
        MergePlan plan = plan(1);
        assertThat(plan.bytesRead()).isEqualTo(260);
        assertThat(plan.bytesWritten()).isEqualTo(60);
        assertThat(plan.copied()).isOne();
        assertThat(plan.tied()).isOne();
        assertThat(plan.merged()).extracting(ParameterPlan::action).containsExactly(MERGED);
    }

    @Test
    void theBaseIsOneOfItsModels() {
        assertThat(plan(0).baseModel()).isEqualTo(FIRST);
        assertThat(plan(1).baseModel()).isEqualTo(APART);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plan(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> plan(-1));
    }

    @Test
    void everyReasonHasWords() {
        assertThat(Action.Reason.values())
                .allSatisfy(reason -> assertThat(reason.text()).isNotBlank());
    }

    private static MergePlan plan(int base) {
        return new MergePlan(
                "0.1",
                List.of(FIRST, APART),
                base,
                new TreeMap<>(),
                Optional.empty(),
                List.of(
                        new ParameterPlan(F32, 0, MERGED),
                        new ParameterPlan(F16, 0, COPIED),
                        new ParameterPlan(F32, 0, TIED)),
                List.of(),
                0,
                List.of(),
                List.of(),
                1000);
    }

    private static Operand operand(ParameterSpec stored) {
        return OperandTest.operand(0, stored, RowMap.all());
    }

    private static ModelUse use(OptionalInt index, String name) {
        return new ModelUse(index, ModelReference.at(name), "safetensors", "00");
    }
}
