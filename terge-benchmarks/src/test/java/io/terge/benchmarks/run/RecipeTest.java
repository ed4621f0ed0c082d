package io.terge.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class RecipeTest {

    private static final List<Path> CHECKPOINTS = List.of(Path.of("a"), Path.of("b"), Path.of("c"));

    @Test
    void aVariantIsAMethodWithSomeOptions() {
        assertThat(MethodVariant.parse("slerp")).isEqualTo(MethodVariant.of("slerp"));
        MethodVariant della = MethodVariant.parse("della:density=0.5,epsilon=0.1");
        assertThat(della)
                .isEqualTo(new MethodVariant("della", Map.of("density", "0.5", "epsilon", "0.1")));
        assertThat(della.label()).isEqualTo("della:density=0.5,epsilon=0.1");
        assertThatThrownBy(() -> MethodVariant.parse("della:=1"))
                .hasMessage("'della:=1' is not METHOD:OPTION=VALUE,OPTION=VALUE");
    }

    @Test
    void onlyMethodsThatDecomposeMatricesNeedWholeTensors() {
        assertThat(MethodVariant.streaming())
                .extracting(MethodVariant::method)
                .contains("arithmetic", "slerp", "ties")
                .doesNotContain("tsv_m");
    }

    @Test
    void theFirstCheckpointIsTheBaseOfAMethodThatNeedsOne() {
        Recipe ties = Recipe.of(MethodVariant.parse("ties:density=0.3"), CHECKPOINTS);
        assertThat(ties.base()).contains(Path.of("a"));
        assertThat(ties.models()).containsExactly(Path.of("b"), Path.of("c"));
        assertThat(ties.checkpoints()).isEqualTo(3);
        assertThat(ties.arguments(Path.of("out")))
                .containsExactly(
                        "b",
                        "c",
                        "--method",
                        "ties",
                        "--out",
                        "out",
                        "--option",
                        "density=0.3",
                        "--base",
                        "a");
    }

    @Test
    void aMethodGetsNoMoreModelsThanItMerges() {
        assertThat(Recipe.of(MethodVariant.of("slerp"), CHECKPOINTS).models())
                .containsExactly(Path.of("a"), Path.of("b"));
        assertThat(Recipe.of(MethodVariant.of("median"), CHECKPOINTS).models()).hasSize(3);
    }
}
