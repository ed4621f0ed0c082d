package io.terge.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Map;

/** Which package may know which: arrows point one way. */
final class ArrowRules {

    private static final String TENSOR = "io.terge.tensor..";
    private static final String MODEL = "io.terge.model..";
    private static final String ERROR = "io.terge.error..";
    private static final String SPI = "io.terge.spi..";
    private static final String API = "io.terge.api..";
    private static final String KERNEL = "io.terge.engine.kernel..";
    private static final String VECTORS = "jdk.incubator.vector..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    private ArrowRules() {}

    static List<CheckedRule> all() {
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
                        "io.terge.spi.ModelAdapter adapter;"),
                CheckedRule.of(
                        only(SPI, SPI, MODEL, ERROR, TENSOR),
                        "io.terge.spi.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only(API, API, MODEL, ERROR, TENSOR),
                        "io.terge.api.Offender",
                        "io.terge.spi.MergeMethod method;"),
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
                        "io.terge.engine.TergeBuilder builder;"),
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideInAPackage("io.terge.engine..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.terge.hf..", "io.terge.methods..", "io.terge.cli..")
                                .as("The engine knows no format and no method by name"),
                        "io.terge.engine.Offender",
                        "io.terge.methods.arithmetic.ArithmeticMean mean;"),
                CheckedRule.of(
                        only(KERNEL, KERNEL, TENSOR, VECTORS),
                        "io.terge.engine.kernel.Offender",
                        "io.terge.spi.Block block;"),
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
                CheckedRule.ofSources(
                        slices().matching("io.terge.(**)")
                                .should()
                                .beFreeOfCycles()
                                .as("Packages are free of cycles"),
                        Map.of(
                                "io.terge.one.One",
                                "package io.terge.one; public class One { io.terge.two.Two two; }",
                                "io.terge.two.Two",
                                "package io.terge.two; public class Two { io.terge.one.One one;"
                                        + " }")));
    }

    private static ArchRule only(String of, String... known) {
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
