package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

class PlanTextTest {

    @Test
    void whatAMethodReadsAndHoldsIsShown() {
        MethodDescription plain = MethodDescription.of("planned");
        assertThat(text(plain)).contains("planned, weights 0: 0.5, 1: 0.5\n");
        assertThat(text(plain.withBase().passes(3)))
                .contains("1: 1, and the base, read up to 3 times\n");
        assertThat(text(plain.rows().passes(2)))
                .contains("1: 0.5, read up to 2 times, whole rows in memory\n");
        assertThat(text(plain.wholeTensors())).contains("1: 0.5, whole tensors in memory\n");
    }

    private static String text(MethodDescription description) {
        Map<String, TensorArray> model = Map.of("w", TensorArray.of(new float[] {1, 2, 3}));
        StringWriter text = new StringWriter();
        PlanText.print(
                Terge.builder()
                        .plugin(new Planned(description))
                        .build()
                        .plan(
                                MergeRequest.builder()
                                        .model(ModelReference.of(model, "a"))
                                        .model(ModelReference.of(model, "b"))
                                        .base(0)
                                        .method("planned")
                                        .build()),
                new PrintWriter(text, true));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private record Planned(MethodDescription describe) implements MergeMethod {

        @Override
        public String name() {
            return "planned";
        }

        @Override
        public Output merge(ParameterMerge merge) {
            throw new AssertionError("A plan merges nothing");
        }
    }
}
