package io.terge.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which package may know which: arrows point one way. */
final class ArrowRules {

    static final String TENSOR = "io.terge.tensor..";
    static final String MODEL = "io.terge.model..";
    static final String ERROR = "io.terge.error..";
    static final String SPI = "io.terge.spi..";
    static final String API = "io.terge.api..";
    private static final String KERNEL = "io.terge.engine.kernel..";
    private static final String VECTORS = "jdk.incubator.vector..";
    static final String FILES = "io.terge.files..";
    static final String JACKSON = "tools.jackson.core..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    private ArrowRules() {}

    static List<CheckedRule> all() {
        return Stream.of(api(), engine(), List.of(noCycles())).flatMap(List::stream).toList();
    }

    private static List<CheckedRule> api() {
        return List.of(
                CheckedRule.of(
                        only(TENSOR, TENSOR),
                        "io.terge.tensor.Offender",
                        "io.terge.model.ModelReference reference;"),
                CheckedRule.of(
                        only(ERROR, ERROR),
                        "io.terge.error.Offender",
                        "io.terge.tensor.Shape shape;"),
                CheckedRule.of(
                        only(MODEL, MODEL, ERROR, TENSOR),
                        "io.terge.model.Offender",
                        "io.terge.spi.format.ModelAdapter adapter;"),
                CheckedRule.of(
                        only(SPI, SPI, MODEL, ERROR, TENSOR),
                        "io.terge.spi.Offender",
                        "io.terge.api.MergeRequest request;"),
                room("method", "io.terge.model.ModelReference reference;"),
                room("selector", "io.terge.model.ModelReference reference;"),
                CheckedRule.of(
                        only(
                                "io.terge.spi.format..",
                                "io.terge.spi.format..",
                                MODEL,
                                ERROR,
                                TENSOR),
                        "io.terge.spi.format.Offender",
                        "io.terge.spi.method.MergeMethod method;"),
                CheckedRule.of(
                        only(API, API, MODEL, ERROR, TENSOR),
                        "io.terge.api.Offender",
                        "io.terge.spi.method.MergeMethod method;"),
                CheckedRule.of(
                        only(
                                "io.terge.testkit..",
                                "io.terge.testkit..",
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR,
                                "org.junit.jupiter.api.."),
                        "io.terge.testkit.Offender",
                        "io.terge.engine.TergeBuilder builder;"));
    }

    // Methods and selectors see numbers and names, and no model.
    private static CheckedRule room(String name, String offence) {
        String room = "io.terge.spi." + name;
        return CheckedRule.of(only(room + "..", room + "..", TENSOR), room + ".Offender", offence);
    }

    private static List<CheckedRule> engine() {
        return List.of(
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideInAPackage("io.terge.engine..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        FILES,
                                        "io.terge.hf..",
                                        "io.terge.pytorch..",
                                        "io.terge.methods..",
                                        "io.terge.cli..")
                                .as("The engine knows no format and no method by name"),
                        "io.terge.engine.Offender",
                        "io.terge.methods.arithmetic.ArithmeticMean mean;"),
                CheckedRule.of(
                        only(KERNEL, KERNEL, TENSOR, VECTORS),
                        "io.terge.engine.kernel.Offender",
                        "io.terge.spi.method.Block block;"),
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage(KERNEL)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(VECTORS)
                                .as("Vectors, which may be missing, are known to kernels alone"),
                        "io.terge.engine.execute.Offender",
                        "jdk.incubator.vector.DoubleVector vector;"),
                CheckedRule.of(
                        only(
                                "io.terge.engine.cost..",
                                "io.terge.engine.cost..",
                                API,
                                ERROR,
                                TENSOR),
                        "io.terge.engine.cost.Offender",
                        "io.terge.engine.plan.StagePlanner planner;"),
                CheckedRule.of(
                        only(
                                "io.terge.engine.execute.statistic..",
                                "io.terge.engine.execute.statistic..",
                                "io.terge.engine.cost..",
                                "io.terge.engine.operand..",
                                "io.terge.engine.plugin..",
                                "io.terge.engine.schedule..",
                                KERNEL,
                                "io.terge.spi.method..",
                                ERROR,
                                TENSOR),
                        "io.terge.engine.execute.statistic.Offender",
                        "io.terge.api.MergePlan plan;"),
                CheckedRule.of(
                        only(
                                "io.terge.json..",
                                "io.terge.json..",
                                API,
                                MODEL,
                                ERROR,
                                TENSOR,
                                JACKSON),
                        "io.terge.json.Offender",
                        "io.terge.engine.Terge terge;"),
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.terge.engine..", "io.terge.benchmarks..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.terge.engine.*..")
                                .as("What is below the front door of the engine is its own affair"),
                        "io.terge.cli.Offender",
                        "io.terge.engine.kernel.Kernels kernels;"));
    }

    private static CheckedRule noCycles() {
        return CheckedRule.ofSources(
                slices().matching("io.terge.(**)")
                        .should()
                        .beFreeOfCycles()
                        .as("Packages are free of cycles"),
                Map.of(
                        "io.terge.one.One",
                        "package io.terge.one; public class One { io.terge.two.Two two; }",
                        "io.terge.two.Two",
                        "package io.terge.two; public class Two { io.terge.one.One one;" + " }"));
    }

    static ArchRule only(String of, String... known) {
        String[] allowed = new String[known.length + 2];
        System.arraycopy(known, 0, allowed, 0, known.length);
        allowed[known.length] = JAVA;
        allowed[known.length + 1] = NULLNESS;
        return classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .as(of + " knows only " + String.join(", ", known));
    }
}
