package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.TergeBuilder;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Parameters that are held as a whole, in memory for one of them at a time. */
@Timeout(60)
class WholeTensorsTest {

    private static final int LARGE = 100_000;
    private static final int SMALL = 5;

    private final CountDownLatch others = new CountDownLatch(SMALL);
    private final Map<String, TensorArray> merged = new LinkedHashMap<>();

    // The first large parameter ends only when all small ones are done; the second finds no memory.
    @Test
    void doNotHoldUpParametersThatNeedNoSuchMemory() {
        ScriptedMethod whole =
                new ScriptedMethod(
                        "whole",
                        MethodDescription.of("whole").wholeTensors(),
                        merge -> {
                            await(others);
                            return Output.whole(merge.matrix(0).values());
                        });
        ScriptedMethod blocks =
                ScriptedMethod.of(
                        "blocks",
                        merge -> {
                            others.countDown();
                            return ScriptedMethod.first(merge);
                        });
        TergeBuilder builder = Terge.builder().plugin(whole).plugin(blocks).threads(2);
        long one = builder.threads(1).build().plan(request()).memoryBytes();
        long forBoth = builder.threads(2).build().plan(request()).memoryBytes();
        long limit = forBoth - LARGE * 3L * Double.BYTES / 2;
        assertThat(limit).isGreaterThan(one);
        builder.threads(2).maxMemory(limit).build().merge(request(), MergeListener.none());
        assertThat(merged).hasSize(2 + SMALL);
        assertThat(others.getCount()).isZero();
    }

    private MergeRequest request() {
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("large.0", TensorArray.of(new float[LARGE]));
        model.put("large.1", TensorArray.of(new float[LARGE]));
        for (int i = 0; i < SMALL; i++) {
            model.put("small." + i, TensorArray.of(new float[7]));
        }
        return MergeRequest.builder()
                .model(ModelReference.of(model, "a"))
                .model(ModelReference.of(model, "b"))
                .method("glob:large.*", "whole")
                .method("blocks")
                .to(ModelReference.of(merged, "merged"))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
