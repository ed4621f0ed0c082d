package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;

import io.terge.api.Merger;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.execute.MergeExecutor;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.plugin.Registries;
import io.terge.spi.method.Output;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TergeModuleTest {

    /** What a user of Guice may write: not bound, without an annotation. */
    static class Plain {}

    /** A class of the user's that merges. */
    record Service(Merger merger, Plain plain) {
        @Inject
        Service {}
    }

    @Test
    void givesAMergerToTheUsersClasses() {
        Service service = Guice.createInjector(TergeModule.create()).getInstance(Service.class);
        assertThat(service.merger().plugins()).extracting(p -> p.name()).contains("arithmetic");
    }

    @Test
    void givesTheSameMergerEachTime() {
        Injector injector = Guice.createInjector(TergeModule.create());
        assertThat(injector.getInstance(Merger.class)).isSameAs(injector.getInstance(Merger.class));
    }

    @Test
    void doesNotMakeTheUsersInjectorStrict() {
        Injector injector = Guice.createInjector(TergeModule.create());
        assertThat(injector.getInstance(Plain.class)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {Registries.class, ExecutionSettings.class, MergeExecutor.class})
    void exposesNothingButTheMerger(Class<?> internal) {
        Injector injector = Guice.createInjector(TergeModule.create());
        assertThatThrownBy(() -> injector.getInstance(internal))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void takesWhatABuilderWasTold() {
        TergeModule module =
                TergeModule.of(
                        Terge.builder()
                                .discover(false)
                                .plugin(
                                        ScriptedMethod.of(
                                                "mine", merge -> Output.linear(merge.weights()))));
        assertThat(Guice.createInjector(module).getInstance(Merger.class).plugins())
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.name()).isEqualTo("mine"));
    }
}
