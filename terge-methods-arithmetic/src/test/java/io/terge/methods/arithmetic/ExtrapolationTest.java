package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ExtrapolationTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Extrapolation();
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void goesBeyondTheModel() {
        MergeCase example = Anchors.of(method(), Map.of("alpha", "0.5"), Anchors.a());
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(1.75, 2, 1.5, 4.375, -1, 1.5, 1, -1);
    }

    @Test
    void isTheLineThatItSays() {
        Agreement.check(
                method(),
                1,
                Map.of("alpha", "0.3"),
                example -> {
                    double[] values = new double[example.base().length];
                    for (int e = 0; e < values.length; e++) {
                        values[e] = 1.3 * example.numbers().getFirst()[e] - 0.3 * example.base()[e];
                    }
                    return values;
                });
        assertThat(List.of(1, 2).stream().filter(method().describe().inputs()::allows))
                .containsExactly(1);
    }
}
