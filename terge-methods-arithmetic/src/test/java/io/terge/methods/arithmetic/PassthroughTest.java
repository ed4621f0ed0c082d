package io.terge.methods.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class PassthroughTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new Passthrough();
    }

    @Override
    protected boolean isIdempotent() {
        return true;
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void isTheModelScaled() {
        assertThat(run(Map.of())).containsExactly(Anchors.a());
        assertThat(run(Map.of("scale", "2"))).containsExactly(3, 4, 4, 8.5, -2, 2, 2, 0);
        assertThat(run(Map.of("scale", "0"))).containsOnly(0);
    }

    @Test
    void takesOneModelOnly() {
        assertThat(List.of(1, 2, 3).stream().filter(method().describe().inputs()::allows))
                .containsExactly(1);
    }

    private double[] run(Map<String, String> options) {
        MergeCase example = Anchors.of(method(), options, Anchors.a());
        return ReferenceMerge.inOneBlock().run(method(), example).values();
    }
}
