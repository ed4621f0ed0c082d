package io.terge.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What a plugin may know and show. */
final class PluginRules {

    private static final String[] PLUGINS = {
        "io.terge.methods..",
        "io.terge.hf..",
        "io.terge.pytorch..",
        "io.terge.djl.memory..",
        "io.terge.engine.builtin..",
        "io.terge.examples.npz.."
    };

    /**
     * Packages of one module that show each other more than they show the world, and the parts that
     * are made for the authors of methods.
     */
    private static final String[] ROOMS = {
        "io.terge.hf.*..", "io.terge.pytorch.*..", "io.terge.methods.sparse.part.."
    };

    private static final DescribedPredicate<JavaClass> PROVIDER =
            assignableTo(MergeMethod.class)
                    .or(assignableTo(ModelAdapter.class))
                    .or(assignableTo(ParameterSelector.class))
                    .as("are plugins");

    private PluginRules() {}

    static List<CheckedRule> all() {
        return List.of(
                onlyTheApi(),
                onlyProvidersArePublic(),
                onlyAdaptersLeaveTheRooms(
                        "io.terge.hf..", "io.terge.hf.safetensors.SafetensorsName name;"),
                onlyAdaptersLeaveTheRooms(
                        "io.terge.pytorch..", "io.terge.pytorch.tensor.Storage storage;"),
                publicOnesAreRegistered(),
                oneDoor());
    }

    private static CheckedRule onlyTheApi() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(PLUGINS)
                        .should()
                        .dependOnClassesThat(
                                JavaClass.Predicates.resideInAPackage("io.terge..")
                                        .and(
                                                DescribedPredicate.not(
                                                        JavaClass.Predicates.resideInAnyPackage(
                                                                "io.terge.tensor..",
                                                                "io.terge.model..",
                                                                "io.terge.error..",
                                                                "io.terge.spi..",
                                                                "io.terge.files..",
                                                                "io.terge.methods..",
                                                                "io.terge.hf..",
                                                                "io.terge.pytorch..",
                                                                "io.terge.djl.memory..",
                                                                "io.terge.examples.npz..",
                                                                "io.terge.engine.builtin.."))))
                        .as(
                                "Plugins, the engine's own too, know only what a plugin implements,"
                                        + " and what is made for plugins"),
                "io.terge.methods.Offender",
                "io.terge.api.MergeRequest request;");
    }

    private static CheckedRule onlyProvidersArePublic() {
        return CheckedRule.of(
                classes()
                        .that()
                        .resideInAnyPackage(PLUGINS)
                        .and()
                        .resideOutsideOfPackages(ROOMS)
                        .and()
                        .areTopLevelClasses()
                        .and(DescribedPredicate.not(PROVIDER))
                        .should()
                        .notBePublic()
                        .as("Of a plugin's classes only the provider is public, but for rooms"),
                "io.terge.methods.Offender",
                "");
    }

    private static CheckedRule onlyAdaptersLeaveTheRooms(String module, String offence) {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(module)
                        .should()
                        .dependOnClassesThat(
                                JavaClass.Predicates.resideInAPackage(module)
                                        .and(DescribedPredicate.not(PROVIDER)))
                        .as("What rooms show is for their sisters: others see the adapters alone"),
                "io.terge.cli.Offender",
                offence);
    }

    private static CheckedRule publicOnesAreRegistered() {
        return CheckedRule.of(
                classes()
                        .that(PROVIDER)
                        .and()
                        .resideInAnyPackage(PLUGINS)
                        .and()
                        .doNotHaveModifier(JavaModifier.ABSTRACT)
                        .should(beFoundByServiceLoader())
                        .as("Every plugin is found by ServiceLoader"),
                "io.terge.methods.Offender",
                """
                } class Another implements io.terge.spi.method.MergeMethod {
                    public String name() { return "another"; }
                    public io.terge.spi.method.Output merge(
                            io.terge.spi.method.ParameterMerge merge) {
                        throw new AssertionError();
                    }
                """);
    }

    private static CheckedRule oneDoor() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.terge.engine.builtin..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.terge.engine.builtin..")
                        .as("The engine's own plugins come in by the door of all plugins"),
                "io.terge.engine.Offender",
                "io.terge.engine.builtin.ExactSelector selector;");
    }

    private static ArchCondition<JavaClass> beFoundByServiceLoader() {
        List<String> found =
                Stream.of(MergeMethod.class, ModelAdapter.class, ParameterSelector.class)
                        .flatMap(service -> ServiceLoader.load(service).stream())
                        .map(provider -> provider.type().getName())
                        .toList();
        return new ArchCondition<>("be found by ServiceLoader") {
            @Override
            public void check(JavaClass plugin, ConditionEvents events) {
                if (!found.contains(plugin.getName())) {
                    String message = plugin.getName() + " is not in META-INF/services";
                    events.add(SimpleConditionEvent.violated(plugin, message));
                }
            }
        };
    }
}
