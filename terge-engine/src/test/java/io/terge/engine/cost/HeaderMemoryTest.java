package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.error.Problem;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Very many parameters take memory, which counts in planning. */
class HeaderMemoryTest {

    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, Shape.of(1));
    private static final int MANY = 1_000_000;

    @Test
    void fewParametersCountForNothing() {
        assertThat(settings().memory(Collections.nCopies(1000, copied())).headers()).isZero();
        assertThat(settings().memory(List.of(copied())).headers()).isZero();
    }

    @Test
    void aMillionParametersCount() {
        List<ParameterPlan> many = Collections.nCopies(MANY, copied());
        MemoryUse use = settings().memory(many);
        assertThat(use.headers()).isBetween(500_000_000L, 2_000_000_000L);
        assertThat(use.bytes()).isGreaterThanOrEqualTo(use.headers());
        Problem problem = new MemoryProblem(settings()).of(use, many).orElseThrow();
        assertThat(problem.toString())
                .contains("[NOT_ENOUGH_MEMORY]", "but the limit is 512 MB")
                .contains("headers: ", " for 1000000 parameters");
    }

    @Test
    void aModelThatLeavesNoRoomForTheOthersIsFound() {
        List<ParameterSpec> specs = Collections.nCopies(MANY, W);
        assertThat(HeaderMemory.problem("a", specs, 2, 4_000_000_000L)).isEmpty();
        assertThat(HeaderMemory.problem("a", specs, 2, 512_000_000).orElseThrow().toString())
                .contains("[NOT_ENOUGH_MEMORY] The headers of 2 models")
                .contains("a has 1000000 parameters");
    }

    private static ExecutionSettings settings() {
        return ExecutionSettings.ofThisMachine().threads(2);
    }

    private static ParameterPlan copied() {
        Operand operand = new Operand(0, W, RowMap.all(), Footprint.stored(W), 1, new TreeMap<>());
        return new ParameterPlan(W, 0, new Action.Copy(operand, Action.Reason.EXCLUDED));
    }
}
