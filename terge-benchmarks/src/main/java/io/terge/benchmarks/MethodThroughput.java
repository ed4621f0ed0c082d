package io.terge.benchmarks;

import io.terge.benchmarks.check.NearEachOther;
import io.terge.benchmarks.check.OutputCheck;
import io.terge.benchmarks.check.SameBytes;
import io.terge.benchmarks.checkpoint.Checkpoints;
import io.terge.benchmarks.checkpoint.LlamaShape;
import io.terge.benchmarks.checkpoint.WeightType;
import io.terge.benchmarks.files.Folders;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.Machine;
import io.terge.benchmarks.report.MethodReport;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.LibraryMerge;
import io.terge.benchmarks.run.MethodVariant;
import io.terge.benchmarks.run.OwnProcess;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Recipe;
import io.terge.benchmarks.run.TorchMerge;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Measures merge methods beside the default one, and TIES beside the same in PyTorch. */
@Command(
        name = "MethodThroughput",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measure merge methods beside 'arithmetic', in turn, with the inputs in the page"
                        + " cache, each method in a process of its own.")
public final class MethodThroughput implements Callable<Integer> {

    private static final MethodVariant TIES = MethodVariant.parse("ties:density=0.5");
    private static final int WARM_UPS = 3;
    private static final String TORCH_TIES = "ties in PyTorch, process";

    @Option(
            names = "--method",
            paramLabel = "METHOD[:OPTION=VALUE,...]",
            converter = MethodConverter.class,
            description =
                    "Measure this one. May be repeated. Default: all installed methods that need"
                            + " no whole tensors in memory.")
    private List<MethodVariant> methods = MethodVariant.streaming();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "How often everything is measured. Default: 3.")
    private int rounds = 3;

    @Option(
            names = "--checkpoints",
            paramLabel = "N",
            converter = Amounts.Models.class,
            description = "How many checkpoints there are, a base included. Default: 3.")
    private int checkpoints = 3;

    @Option(
            names = "--parameters",
            paramLabel = "N",
            converter = Amounts.Billions.class,
            description = "Billions of parameters of a checkpoint. Default: 1.1.")
    private double parameters = 1.1;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            description = "Type of weights: bf16, f16, f32. Default: bf16.")
    private WeightType dtype = WeightType.BF16;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "How many threads. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description =
                    "A Python with torch and safetensors, to measure TIES in PyTorch too, beside"
                            + " ties:density=0.5.")
    private Optional<String> python = Optional.empty();

    @Option(
            names = "--together",
            description =
                    "Measure all methods in this process. They slow each other, because the"
                            + " compiler cannot specialize what they share.")
    private boolean together;

    @Mixin private PlaceOptions places = new PlaceOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private Optional<Path> json = Optional.empty();

    MethodThroughput() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        System.exit(Programs.commandLine(new MethodThroughput()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        LlamaShape shape = LlamaShape.ofBillions(parameters);
        Checkpoints made = new Checkpoints(places.folder(), shape, dtype);
        tell("making checkpoints, where they are missing, in " + places.folder());
        List<Path> models = made.models(checkpoints);
        Folders.requireSpace(places.out(), made.bytesPerModel());
        MethodReport report =
                together || methods.size() == 1 ? measured(shape, models) : ofProcesses();
        System.out.print(report.text());
        if (json.isPresent()) {
            JsonFile.write(json.get(), Map.of("machine", machine, "methods", report));
        }
        return 0;
    }

    private MethodReport measured(LlamaShape shape, List<Path> models) throws IOException {
        Map<String, Integer> read = new LinkedHashMap<>();
        List<Contender> all = contenders(models, read);
        return MethodReport.of(
                dtype.name(),
                shape.parameterCount(),
                new Race(places.out(), MethodThroughput::tell).run(all, rounds),
                read);
    }

    private MethodReport ofProcesses() throws IOException {
        List<MethodReport> reports = new ArrayList<>();
        Path results = Files.createTempFile("terge-benchmark", ".json");
        try {
            for (MethodVariant method : methods.stream().distinct().toList()) {
                tell("measuring " + method.label());
                String output = OwnProcess.run(MethodThroughput.class, arguments(method, results));
                MethodReport report = JsonFile.read(results, "methods", MethodReport.class);
                reports.add(report);
                if (report.results().size() == 1) {
                    tell(output); // It says why the method was not measured.
                }
            }
        } finally {
            Files.delete(results);
        }
        return MethodReport.joined(reports);
    }

    private List<String> arguments(MethodVariant method, Path results) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("--method", method.label(), "--json", results.toString()));
        all.addAll(List.of("--rounds", Integer.toString(rounds)));
        all.addAll(List.of("--checkpoints", Integer.toString(checkpoints)));
        all.addAll(List.of("--parameters", Double.toString(parameters)));
        all.addAll(List.of("--dtype", dtype.name().toLowerCase(Locale.ROOT)));
        all.addAll(List.of("--threads", Integer.toString(threads)));
        all.addAll(List.of("--folder", places.folder().toString()));
        all.addAll(List.of("--out", places.out().toString()));
        if (method.equals(TIES)) {
            python.ifPresent(program -> all.addAll(List.of("--python", program)));
        }
        return all;
    }

    private List<Contender> contenders(List<Path> models, Map<String, Integer> read)
            throws IOException {
        OutputCheck sameTies = new NearEachOther();
        List<Contender> all = new ArrayList<>();
        List<MethodVariant> variants = new ArrayList<>(List.of(MethodVariant.ARITHMETIC));
        variants.addAll(methods);
        for (MethodVariant variant : variants.stream().distinct().toList()) {
            Recipe recipe = Recipe.of(variant, models);
            if (LibraryMerge.isPossible(recipe, places.out(), MethodThroughput::tell)) {
                read.put(variant.label(), recipe.checkpoints());
                OutputCheck check = variant.equals(TIES) ? sameTies : SameBytes.asEachOther();
                LibraryMerge merge = LibraryMerge.of(recipe, threads);
                all.add(new Contender(variant.label(), threads, WARM_UPS, merge, check));
            }
        }
        if (python.isPresent()) {
            Path script = TorchMerge.unpack(TorchMerge.TIES, places.folder());
            Recipe recipe = Recipe.of(TIES, models);
            TorchMerge merge = new TorchMerge(python.get(), script, recipe, threads);
            read.put(TORCH_TIES, recipe.checkpoints());
            read.put(TORCH_TIES + " without start", recipe.checkpoints());
            all.add(new Contender(TORCH_TIES, threads, 1, merge, sameTies));
        }
        return all;
    }

    private static void tell(String news) {
        System.err.println(news);
    }
}
