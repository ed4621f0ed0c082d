package io.terge.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import jakarta.inject.Inject;

import java.util.List;
import java.util.ServiceLoader;

/** The invariants of the engine: the way of the data, and what is in one place only. */
final class EngineRules {

    private static final String[] PLANNING = {
        "io.terge.engine.plan..", "io.terge.engine.filter..", "io.terge.engine.setting.."
    };
    private static final String[] EXECUTION = {
        "io.terge.engine.execute..", "io.terge.engine.lineage.."
    };
    private static final String WEIGHT_BYTES =
            "io\\.terge\\.tensor\\.(Tensor|TensorArray|ElementCodec|StoredBytes)(\\$.*)?"
                + "|io\\.terge\\.spi\\.format\\.(ModelSource|ModelSink|Companion)"
                + "|io\\.terge\\.spi\\.method\\.(ParameterMerge|Statistics|Block|Output)(\\$.*)?"
                + "|io\\.terge\\.engine\\.model\\.Open.*|java\\.lang\\.foreign\\..*"
                + "|java\\.nio\\.channels\\..*";
    private static final String REQUEST =
            "io\\.terge\\.api\\.(MergeRequest|MergeRequestBuilder|Rule|Setting|SettingValue"
                    + "|ModelScope|Rename|AdapterChoice|Layout|BaseChoice|OutputChoice)(\\$.*)?"
                    + "|io\\.terge\\.spi\\.selector\\.ParameterSelector"
                    + "|io\\.terge\\.engine\\.(plan|filter|setting)\\..*";
    private static final String THREADS =
            "java\\.util\\.concurrent\\.(Executor.*|.*ExecutorService|ThreadFactory|ForkJoin.*"
                    + "|Future|FutureTask|CompletableFuture|StructuredTaskScope.*)"
                    + "|java\\.util\\.Timer";

    private EngineRules() {}

    static List<CheckedRule> all() {
        return List.of(
                planningReadsNoWeights(),
                executionSeesThePlanAlone(),
                oneServiceLoader(),
                guiceStaysInModules(),
                injectedConstructorsAreHidden(),
                oneScheduler(),
                noThreadIsStartedElsewhere());
    }

    private static CheckedRule planningReadsNoWeights() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(PLANNING)
                        .should()
                        .dependOnClassesThat(nameMatching(WEIGHT_BYTES).forSubtype())
                        .as("Planning cannot touch the bytes of weights"),
                "io.terge.engine.plan.Offender",
                "io.terge.tensor.Tensor tensor;");
    }

    private static CheckedRule executionSeesThePlanAlone() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideInAnyPackage(EXECUTION)
                        .should()
                        .dependOnClassesThat(nameMatching(REQUEST).forSubtype())
                        .as("Execution sees the plan, and no request, selector or rule"),
                "io.terge.engine.execute.Offender",
                "io.terge.api.MergeRequest request;");
    }

    private static CheckedRule oneServiceLoader() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.terge.engine.plugin.PluginDiscovery")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ServiceLoader.class)
                        .as("ServiceLoader is called in one class"),
                "io.terge.engine.model.Offender",
                "Object found = java.util.ServiceLoader.load(Runnable.class);");
    }

    private static CheckedRule guiceStaysInModules() {
        return CheckedRule.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.terge.examples..")
                        .and()
                        .haveSimpleNameNotEndingWith("Module")
                        .and()
                        .doNotHaveFullyQualifiedName("io.terge.engine.Terge")
                        .and()
                        .doNotHaveFullyQualifiedName("io.terge.engine.TergeBuilder")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.google.inject..")
                        .as("Guice is known to modules and the front door alone"),
                "io.terge.engine.plan.Offender",
                "com.google.inject.Injector injector;");
    }

    private static CheckedRule injectedConstructorsAreHidden() {
        return CheckedRule.of(
                constructors()
                        .that()
                        .areAnnotatedWith(Inject.class)
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("io.terge.engine..")
                        .should()
                        .bePackagePrivate()
                        .as("Constructors for injection are package-private"),
                "io.terge.engine.Offender",
                "@jakarta.inject.Inject public Offender() {}");
    }

    private static CheckedRule oneScheduler() {
        return CheckedRule.of(
                noClasses()
                        .that(areEnginesButTheSchedulers())
                        .should()
                        .dependOnClassesThat(nameMatching(THREADS).forSubtype())
                        .as("Threads live in one class of the engine"),
                "io.terge.engine.execute.Offender",
                "java.util.concurrent.ExecutorService threads;");
    }

    private static CheckedRule noThreadIsStartedElsewhere() {
        return CheckedRule.of(
                noClasses()
                        .that(areEnginesButTheSchedulers())
                        .should()
                        .callMethodWhere(
                                target(owner(nameMatching("java\\.lang\\.Thread(\\$.*)?")))
                                        .and(target(nameMatching("start.*|factory|run"))))
                        .orShould()
                        .callConstructor(Thread.class, Runnable.class)
                        .orShould()
                        .callMethodWhere(target(nameMatching("parallel|parallelStream")))
                        .as("No thread is started but to schedule and to read ahead"),
                "io.terge.engine.execute.Offender",
                "void go() { Thread.startVirtualThread(() -> {}); }");
    }

    private static DescribedPredicate<JavaClass> areEnginesButTheSchedulers() {
        return JavaClass.Predicates.resideInAPackage("io.terge.engine..")
                .and(
                        DescribedPredicate.not(
                                nameMatching(
                                        "io\\.terge\\.engine\\.schedule\\.(BlockScheduler|ReadAhead)(\\$.*)?")))
                .forSubtype();
    }
}
