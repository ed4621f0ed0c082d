package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.function.Function;

/** Checked exceptions where none is declared, as plugins in other languages of the JVM throw. */
@Timeout(20)
class UndeclaredExceptionsTest {

    private static final Exception CHECKED = new Exception("no such row");

    @Test
    void aMethodMayThrowOne() {
        checkBlamed(
                merge -> {
                    sneak(CHECKED);
                    return ScriptedMethod.first(merge);
                });
    }

    @Test
    void aMethodMayThrowOneInEveryBlock() {
        checkBlamed(merge -> Output.blocks(block -> sneak(CHECKED)));
    }

    @Test
    void aMethodMayThrowOneInOneBlock() {
        checkBlamed(
                merge ->
                        Output.blocks(
                                block -> {
                                    if (block.start() > 0) {
                                        sneak(CHECKED);
                                    }
                                }));
    }

    @Test
    void aThrowableOfNoKindEndsTheMergeToo() {
        Scene scene = scripted(merge -> Output.blocks(block -> sneak(new Throwable("odd"))));
        assertThat(scene.failure()).hasRootCauseMessage("odd");
    }

    @Test
    void anAdapterMayThrowOne() {
        ScriptedModel model =
                Scene.fill(
                        new ScriptedModel() {
                            @Override
                            protected Tensor tensor(String name) {
                                sneak(CHECKED);
                                return super.tensor(name);
                            }
                        },
                        3);
        TergeException failure = Scene.of().with(model).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure).hasMessageContaining("Plugin 'scripted' failed").hasCause(CHECKED);
    }

    private static void checkBlamed(Function<ParameterMerge, Output> script) {
        TergeException failure = scripted(script).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted-method' failed while merging 'w'")
                .hasCause(CHECKED);
    }

    private static Scene scripted(Function<ParameterMerge, Output> script) {
        return Scene.of(ScriptedMethod.of("scripted-method", script));
    }

    private static void sneak(Throwable thrown) {
        UndeclaredExceptionsTest.<RuntimeException>sneakAs(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneakAs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
