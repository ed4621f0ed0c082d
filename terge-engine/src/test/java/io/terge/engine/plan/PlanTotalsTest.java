package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.output;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

class PlanTotalsTest {

    // 40 bytes for each of 2048 elements.
    private static final long KERNEL = 40 * 2048;

    private static final Merger MERGER = Terge.builder().threads(3).build();

    private final TinyModel a =
            TinyModel.seeded(1).with("w", DType.F32, 100).with("n", DType.I64, 10);
    private final TinyModel b = TinyModel.seeded(2).with("w", DType.BF16, 100);

    @Test
    void countsTheBytesThatAreReadAndWritten() {
        MergePlan plan = MERGER.plan(request(a, b).build());
        assertThat(plan.bytesRead()).isEqualTo(100 * 4 + 100 * 2 + 10 * 8);
        assertThat(plan.bytesWritten()).isEqualTo(100 * 4 + 10 * 8);
    }

    @Test
    void storesFloatingParametersInTheTypeThatIsAskedFor() {
        TinyModel base = a.with("alone", DType.F64, 5);
        MergePlan plan = MERGER.plan(request(base, b).dtype(DType.F16).build());
        assertThat(output(plan, "w").dtype()).isEqualTo(DType.F16);
        assertThat(output(plan, "alone").dtype()).isEqualTo(DType.F16);
        assertThat(output(plan, "n").dtype()).isEqualTo(DType.I64);
        assertThat(plan.bytesWritten()).isEqualTo(100 * 2 + 5 * 2 + 10 * 8);
    }

    @Test
    void takesMemoryForTheLargestParameterOnEveryThread() {
        MergePlan plan = MERGER.plan(request(a, b).build());
        // On three threads: two inputs and an output as they are stored, each aligned; two inputs,
        // an
        // output and a spare array of 100 doubles; and what a kernel takes for its longest block.
        long stored = 100 * (4 + 2 + 4) + 3 * 64;
        assertThat(plan.memoryBytes()).isEqualTo(3 * (stored + 4 * 100 * 8 + KERNEL));
    }

    @Test
    void takesMemoryThatDoesNotGrowWithTheParameter() {
        TinyModel million = TinyModel.seeded(1).with("w", DType.F32, 1 << 20);
        TinyModel more = TinyModel.seeded(1).with("w", DType.F32, 1 << 21);
        long memory = MERGER.plan(request(million, million).build()).memoryBytes();
        assertThat(MERGER.plan(request(more, more).build()).memoryBytes()).isEqualTo(memory);
        assertThat(memory).isLessThan(24 << 20);
    }

    @Test
    void takesMemoryForAChunkOfCopies() {
        long stored = 100 * (4 + 4) + 2 * 64;
        assertThat(MERGER.plan(request(a).build()).memoryBytes())
                .isEqualTo(3 * (stored + 3 * 100 * 8 + KERNEL));
    }

    @Test
    void warnsWhereNothingCanBeMerged() {
        assertThat(MERGER.plan(request(a).build()).warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.NO_PARAMETERS_TO_MERGE);
        assertThat(MERGER.plan(request(TinyModel.seeded(1), a).build()).warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.NO_PARAMETERS_TO_MERGE);
    }

    @Test
    void warnsOfEveryRuleThatMatchesNothing() {
        MergePlan plan =
                MERGER.plan(
                        request(a, b)
                                .include("w", "glob:encoder.**")
                                .exclude("regex:^head")
                                .weights("v", 1, 2)
                                .build());
        assertThat(plan.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        warning("include 2: \"glob:encoder.**\""),
                        warning("exclude 1: \"regex:^head\""),
                        warning("weights rule 1: \"v\" -> 1,2"));
    }

    private static String warning(String rule) {
        return "[SELECTOR_MATCHES_NOTHING] No parameter of the output matches " + rule;
    }
}
