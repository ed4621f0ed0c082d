package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginUse;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

class PlannedPluginsTest {

    private final Scene scene = Scene.of(ScriptedMethod.of("scripted", ScriptedMethod::first));

    @Test
    void aPluginThatIsMissingIsNamed() {
        assertThat(
                        changed(
                                use ->
                                        new PluginUse(
                                                use.kind(),
                                                "gone",
                                                "io.acme.Gone",
                                                "2.1",
                                                "a.jar")))
                .contains("The method 'gone' has changed since the plan was made: it is missing")
                .contains("planned with: io.acme.Gone 2.1 (a.jar)");
    }

    @Test
    void aPluginOfAnotherClassIsNamed() {
        assertThat(
                        changed(
                                use ->
                                        new PluginUse(
                                                use.kind(),
                                                use.name(),
                                                "io.acme.Other",
                                                use.version(),
                                                use.origin())))
                .contains("The method 'scripted' has changed since the plan was made")
                .contains("expected io.acme.Other, got " + ScriptedMethod.class.getName());
    }

    @Test
    void aPluginOfAnotherVersionIsNamed() {
        assertThat(
                        changed(
                                use ->
                                        new PluginUse(
                                                use.kind(),
                                                use.name(),
                                                use.implementation(),
                                                "0.9",
                                                use.origin())))
                .contains("expected version 0.9, got ");
    }

    @Test
    void allThatHaveChangedAreNamed() {
        assertThat(
                        changed(
                                use -> true,
                                use ->
                                        new PluginUse(
                                                use.kind(),
                                                use.name(),
                                                use.implementation(),
                                                "0.9",
                                                use.origin())))
                .contains("Cannot run the plan: 2 problems, nothing was written.")
                .contains("1) ", "The method 'scripted' has changed")
                .contains("2) ", "The adapter 'scripted' has changed");
    }

    @Test
    void pluginsThatAreUsedButNotListedAreNamed() {
        MergePlan plan = scene.merger().plan(scene.request().build());
        assertThat(rejection(plan, List.of(), TergeCode.INVALID_PLAN))
                .contains("Cannot run the plan: 2 problems, nothing was written.")
                .contains("The plan uses the method 'scripted', but does not list it")
                .contains("The plan uses the adapter 'scripted', but does not list it");
    }

    @Test
    void namesInPlansDoNotWriteToTerminals() {
        String told =
                changed(
                        use ->
                                new PluginUse(
                                        use.kind(),
                                        use.name() + "\u001b[2J",
                                        use.implementation() + "\0",
                                        use.version(),
                                        use.origin() + "\u007f"));
        assertThat(told)
                .contains("The method 'scripted?[2J' has changed")
                .matches("(?s)[^\\p{Cntrl}\n]*(\n[^\\p{Cntrl}\n]*)*");
    }

    /** What is said of a plan whose method was another one. */
    private String changed(UnaryOperator<PluginUse> change) {
        return changed(use -> use.kind() == Kind.METHOD, change);
    }

    private String changed(Predicate<PluginUse> which, UnaryOperator<PluginUse> change) {
        MergePlan plan = scene.merger().plan(scene.request().build());
        List<PluginUse> plugins =
                plan.plugins().stream()
                        .map(use -> which.test(use) ? change.apply(use) : use)
                        .toList();
        assertThat(plugins).isNotEqualTo(plan.plugins());
        return rejection(plan, plugins, TergeCode.PLUGIN_CHANGED);
    }

    private String rejection(MergePlan plan, List<PluginUse> plugins, TergeCode code) {
        MergePlan other =
                new MergePlan(
                        plan.terge(),
                        plan.models(),
                        plan.base(),
                        plan.adapterSettings(),
                        plan.output(),
                        plan.parameters(),
                        plan.omissions(),
                        plan.seed(),
                        plugins,
                        plan.warnings(),
                        plan.memoryBytes());
        Throwable thrown = catchThrowable(() -> scene.merger().merge(other, MergeListener.none()));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
        scene.checkNothingIsLeft();
        return Objects.requireNonNull(thrown.getMessage());
    }
}
