package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.Access;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A method that reads a base if there is one, else sums the inputs. */
class BaseIfStatedTest {

    @Test
    void isNotReadIfNoneIsStated() {
        assertThat(merge(request())).containsExactly(10);
    }

    @Test
    void isReadIfItIsStatedAndThenNotAnInput() {
        assertThat(merge(request().base(0))).containsExactly(7 - 3);
        assertThat(merge(request().base(model(1, "base")))).containsExactly(3 + 7 - 2);
    }

    private static MergeRequestBuilder request() {
        return MergeRequest.builder().model(model(3, "a")).model(model(7, "b"));
    }

    private static ModelReference model(float value, String name) {
        return ModelReference.of(Map.of("w", TensorArray.of(new float[] {value})), name);
    }

    private static double[] merge(MergeRequestBuilder request) {
        MethodDescription description =
                MethodDescription.of("scripted")
                        .inputs(1, 2)
                        .access(Access.once().withBaseIfStated());
        Map<String, TensorArray> merged = new HashMap<>();
        Terge.builder()
                .plugin(new ScriptedMethod("scripted", description, BaseIfStatedTest::sum))
                .build()
                .merge(request.method("scripted").to(ModelReference.of(merged, "merged")).build());
        return Objects.requireNonNull(merged.get("w")).toDoubles();
    }

    private static Output sum(ParameterMerge merge) {
        double[] ones = new double[merge.inputs().size()];
        Arrays.fill(ones, 1);
        return merge.hasBase() ? Output.linearWithBase(-ones.length, ones) : Output.linear(ones);
    }
}
