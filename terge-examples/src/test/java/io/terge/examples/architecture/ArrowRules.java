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

    private static final String TENSOR = "io.terge.tensor..";
    private static final String MODEL = "io.terge.model..";
    private static final String ERROR = "io.terge.error..";
    private static final String SPI = "io.terge.spi..";
    private static final String API = "io.terge.api..";
    private static final String KERNEL = "io.terge.engine.kernel..";
    private static final String VECTORS = "jdk.incubator.vector..";
    private static final String FILES = "io.terge.files..";
    private static final String JSON = "io.terge.hf.json..";
    private static final String SAFETENSORS = "io.terge.hf.safetensors..";
    private static final String DIRECTORY = "io.terge.hf.directory..";
    private static final String DJL = "ai.djl..";
    private static final String JACKSON = "tools.jackson.core..";
    private static final String JAVA = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    private ArrowRules() {}

    static List<CheckedRule> all() {
        return Stream.of(api(), engine(), files(), djl(), pytorch(), List.of(noCycles()))
                .flatMap(List::stream)
                .toList();
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
                        "io.terge.engine.plan.MergePlanner planner;"),
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

    private static List<CheckedRule> files() {
        return List.of(
                CheckedRule.of(
                        only(FILES, FILES, SPI, MODEL, ERROR, TENSOR),
                        "io.terge.files.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only("io.terge.files", "io.terge.files", SPI, MODEL, ERROR, TENSOR),
                        "io.terge.files.Offender",
                        "io.terge.files.staging.OutputTarget target;"),
                CheckedRule.of(
                        only(
                                "io.terge.files.staging..",
                                "io.terge.files.staging..",
                                "io.terge.files",
                                ERROR),
                        "io.terge.files.staging.Offender",
                        "io.terge.files.output.FileLayout layout;"),
                CheckedRule.of(
                        only(
                                "io.terge.files.zip..",
                                "io.terge.files.zip..",
                                "io.terge.files.output..",
                                "io.terge.files",
                                ERROR,
                                TENSOR),
                        "io.terge.files.zip.Offender",
                        "io.terge.model.ModelReference reference;"),
                CheckedRule.of(
                        only(JSON, JSON, FILES, ERROR, JACKSON),
                        "io.terge.hf.json.Offender",
                        "io.terge.hf.safetensors.SafetensorsName name;"),
                CheckedRule.of(
                        only(
                                SAFETENSORS,
                                SAFETENSORS,
                                JSON,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR,
                                JACKSON),
                        "io.terge.hf.safetensors.Offender",
                        "io.terge.hf.directory.HuggingFaceAdapter adapter;"),
                CheckedRule.of(
                        only(
                                DIRECTORY,
                                DIRECTORY,
                                SAFETENSORS,
                                JSON,
                                FILES,
                                SPI,
                                MODEL,
                                ERROR,
                                TENSOR,
                                JACKSON),
                        "io.terge.hf.directory.Offender",
                        "io.terge.api.MergeRequest request;"));
    }

    private static List<CheckedRule> pytorch() {
        String root = "io.terge.pytorch";
        String pickle = root + ".pickle..";
        String problem = root + ".problem..";
        String tensor = root + ".tensor..";
        String archive = root + ".archive..";
        return List.of(
                CheckedRule.of(
                        only(pickle, pickle, FILES, ERROR, TENSOR),
                        root + ".pickle.Offender",
                        "java.lang.reflect.Method method;"),
                CheckedRule.of(
                        only(tensor, tensor, pickle, problem, FILES, ERROR, TENSOR),
                        root + ".tensor.Offender",
                        "io.terge.spi.format.ModelSource source;"),
                CheckedRule.of(
                        only(archive, archive, tensor, pickle, problem, FILES, ERROR, TENSOR),
                        root + ".archive.Offender",
                        "io.terge.pytorch.state.StateDict dict;"),
                CheckedRule.of(
                        only(
                                root + ".write..",
                                root + ".write..",
                                tensor,
                                FILES,
                                SPI,
                                ERROR,
                                TENSOR),
                        root + ".write.Offender",
                        "io.terge.pytorch.archive.TorchArchive archive;"));
    }

    private static List<CheckedRule> djl() {
        String memory = "io.terge.djl.memory..";
        return List.of(
                CheckedRule.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("io.terge.djl..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(DJL)
                                .as("DJL, and with it native code, is known to one module alone"),
                        "io.terge.files.Offender",
                        "ai.djl.nn.Block block;"),
                CheckedRule.of(
                        only(memory, memory, FILES, SPI, MODEL, ERROR, TENSOR, DJL),
                        "io.terge.djl.memory.Offender",
                        "io.terge.api.MergeRequest request;"),
                CheckedRule.of(
                        only("io.terge.djl", "io.terge.djl", API, MODEL, DJL),
                        "io.terge.djl.Offender",
                        "io.terge.engine.Terge terge;"));
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
