package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.Action;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plans that no merger has made, or none like the one that runs them. */
class HandMadePlansTest {

    private final Scene scene = Scene.of();
    private final MergePlan sound = scene.merger().plan(scene.request().build());

    @Test
    void aTypeThatCannotBeWrittenIsRefused() {
        refused(
                output(ParameterSpec.of("w", DType.I32, Shape.of(Scene.LENGTH))),
                TergeCode.INVALID_PLAN,
                "parameter 'w' is merged, but I32 is not a floating-point type");
    }

    @Test
    void anotherShapeIsRefused() {
        refused(
                output(ParameterSpec.of("w", DType.F32, Shape.of(3))),
                TergeCode.INVALID_PLAN,
                "parameter 'w' cannot be made from 'w' of model 0: expected shape [3], got"
                        + " [2000000]");
    }

    @Test
    void rowsOutOfRangeAreRefused() {
        refused(
                operands(from -> new RowMap.Gather(List.of(Long.MAX_VALUE)), Operand::footprint),
                TergeCode.INVALID_PLAN,
                "parameter 'w' cannot be made from 'w' of model 0: Row 9223372036854775807 is out"
                        + " of range");
    }

    @Test
    void aFootprintThatTheModelDoesNotHaveIsRefused() {
        refused(
                operands(Operand::rows, from -> Footprint.of(1, 2, 3)),
                TergeCode.MODEL_CHANGED,
                "'w' of left has changed since the plan was made: the cost of reading it was 1"
                        + " bytes read, 2 + 3 of scratch and is now 8000000 bytes read, 4 + 0 of"
                        + " scratch");
    }

    @Test
    void aPlanThatNeedsMoreMemoryThanThisMergerMayTakeIsRefused() {
        Merger small =
                Terge.builder().plugin(new ScriptedAdapter()).threads(1).maxMemory(1000).build();
        refused(small, sound, TergeCode.NOT_ENOUGH_MEMORY, "but the limit is 1 KB");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Merger small =
                Terge.builder().plugin(new ScriptedAdapter()).threads(1).maxMemory(1000).build();
        MergePlan plan =
                new MergePlan(
                        sound.terge(),
                        sound.models(),
                        sound.base(),
                        sound.adapterSettings(),
                        sound.output(),
                        sound.parameters(),
                        sound.omissions(),
                        sound.seed(),
                        List.of(),
                        sound.warnings(),
                        sound.memoryBytes());
        refused(small, plan, TergeCode.INVALID_PLAN, "Cannot run the plan: 3 problems");
        refused(small, plan, TergeCode.INVALID_PLAN, "3) [NOT_ENOUGH_MEMORY] ");
    }

    private void refused(MergePlan plan, TergeCode code, String message) {
        refused(scene.merger(), plan, code, message);
    }

    private void refused(Merger merger, MergePlan plan, TergeCode code, String message) {
        Throwable thrown = catchThrowable(() -> merger.merge(plan, MergeListener.none()));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TergeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
        scene.checkNothingIsLeft();
    }

    private MergePlan output(ParameterSpec other) {
        return changed(merged -> new ParameterPlan(other, merged.shard(), merged.action()));
    }

    private MergePlan operands(
            Function<Operand, RowMap> rows, Function<Operand, Footprint> footprint) {
        return changed(
                plan -> {
                    Action.Merge merge = (Action.Merge) plan.action();
                    List<Operand> inputs =
                            merge.inputs().stream()
                                    .map(
                                            from ->
                                                    new Operand(
                                                            from.model(),
                                                            from.stored(),
                                                            rows.apply(from),
                                                            footprint.apply(from),
                                                            from.weight(),
                                                            from.options()))
                                    .toList();
                    return new ParameterPlan(
                            plan.output(),
                            plan.shard(),
                            new Action.Merge(
                                    merge.method(),
                                    merge.options(),
                                    inputs,
                                    merge.base(),
                                    merge.extent(),
                                    merge.passes(),
                                    merge.arrays(),
                                    merge.layer()));
                });
    }

    private MergePlan changed(UnaryOperator<ParameterPlan> change) {
        return new MergePlan(
                sound.terge(),
                sound.models(),
                sound.base(),
                sound.adapterSettings(),
                sound.output(),
                sound.parameters().stream()
                        .map(
                                plan ->
                                        plan.action() instanceof Action.Merge
                                                ? change.apply(plan)
                                                : plan)
                        .toList(),
                sound.omissions(),
                sound.seed(),
                sound.plugins(),
                sound.warnings(),
                sound.memoryBytes());
    }
}
