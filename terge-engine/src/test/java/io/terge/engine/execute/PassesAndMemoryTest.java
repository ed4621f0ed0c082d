package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.fixture.RecordingListener;
import io.terge.engine.fixture.SampleMethods;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** What planning tells of the passes and the memory of methods. */
class PassesAndMemoryTest {

    private final Map<String, TensorArray> a = model(1, 2, 3, 4, 5, 6);
    private final Map<String, TensorArray> b = model(0, 1, 0, -1, 0, 2);

    @Test
    void bytesAreCountedOnceForEachPass() {
        MergePlan plan = plan(SampleMethods.unitNorms(), Long.MAX_VALUE);
        assertThat(plan.bytesRead()).isEqualTo(2 * 2 * 6 * 4);
        assertThat(((Action.Merge) plan.parameters().getFirst().action()).passes()).isEqualTo(2);
    }

    @Test
    void theReportCountsThePassesThatWereTaken() {
        MergeMethod method =
                SampleMethods.method(
                        MethodDescription.of("twice-of-nine").passes(9),
                        merge -> {
                            merge.gram();
                            return Output.linear(merge.weights());
                        });
        RecordingListener listener = new RecordingListener();
        Merger merger = Terge.builder().plugin(method).build();
        MergePlan plan =
                merger.plan(
                        request(method)
                                .to(ModelReference.of(new LinkedHashMap<>(), "out"))
                                .build());
        assertThat(plan.bytesReadOnce()).isEqualTo(2 * 6 * 4);
        assertThat(plan.bytesRead()).isEqualTo(9 * 2 * 6 * 4);
        assertThat(merger.merge(plan, listener).bytesRead()).isEqualTo(2 * 2 * 6 * 4);
        assertThat(listener.steps().getLast().bytesDone()).isEqualTo(plan.bytesRead());
    }

    @Test
    void aTensorThatDoesNotFitIsRejectedWithTheFigureItNeeds() {
        long whole = 3 * 6 * 8;
        long rest = plan(SampleMethods.transposed(), Long.MAX_VALUE).memoryBytes() - whole;
        assertThat(plan(SampleMethods.transposed(), rest + whole).memoryBytes())
                .isEqualTo(rest + whole);
        assertThatThrownBy(() -> plan(SampleMethods.transposed(), rest + whole - 1))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("NOT_ENOUGH_MEMORY")
                .hasMessageContaining("w F32 [2, 3]");
    }

    @Test
    void withALowLimitFewerThreadsWork() {
        MergeMethod mean = SampleMethods.mean();
        long one = plan(mean, Long.MAX_VALUE).memoryBytes();
        MergePlan two =
                Terge.builder()
                        .plugin(mean)
                        .threads(8)
                        .maxMemory(2 * one + 1)
                        .build()
                        .plan(request(mean).build());
        assertThat(two.memoryBytes()).isEqualTo(2 * one);
    }

    private MergePlan plan(MergeMethod method, long limit) {
        return Terge.builder()
                .plugin(method)
                .threads(1)
                .maxMemory(limit)
                .build()
                .plan(request(method).build());
    }

    private MergeRequestBuilder request(MergeMethod method) {
        return MergeRequest.builder()
                .model(ModelReference.of(a, "a"))
                .model(ModelReference.of(b, "b"))
                .method(method.name());
    }

    private static Map<String, TensorArray> model(float... values) {
        return Map.of("w", TensorArray.of(values, 2, 3));
    }
}
