package io.terge.benchmarks;

import io.terge.benchmarks.checkpoint.Checkpoints;
import io.terge.benchmarks.checkpoint.LlamaShape;
import io.terge.benchmarks.checkpoint.WeightType;
import io.terge.benchmarks.files.Folders;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.Machine;
import io.terge.benchmarks.report.ThroughputReport;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Series;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Measures merges of whole checkpoints beside a plain copy of the same bytes. */
@Command(
        name = "MergeThroughput",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measure merges of whole checkpoints beside a plain copy of the same bytes, in"
                        + " turn, with the inputs in the page cache.")
public final class MergeThroughput implements Callable<Integer> {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "How often everything is measured. Default: 7.")
    private int rounds = 7;

    @Option(
            names = "--models",
            paramLabel = "N",
            converter = Amounts.Models.class,
            description = "How many models are merged. Default: 3.")
    private int models = 3;

    @Option(
            names = "--parameters",
            paramLabel = "N",
            converter = Amounts.Billions.class,
            description = "Billions of parameters of a model. Default: 1.1.")
    private double parameters = 1.1;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            split = ",",
            description = "Types of weights: bf16, f16, f32. Default: bf16.")
    private List<WeightType> dtypes = List.of(WeightType.BF16);

    @Mixin private ContenderOptions contenders = new ContenderOptions();

    @Mixin private PlaceOptions places = new PlaceOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private Optional<Path> json = Optional.empty();

    MergeThroughput() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        System.exit(Programs.commandLine(new MergeThroughput()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        contenders.prepare(places);
        List<ThroughputReport> reports = new ArrayList<>();
        for (WeightType type : dtypes) {
            reports.add(measure(type));
            System.out.print(reports.getLast().text());
        }
        if (json.isPresent()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("machine", machine);
            all.put("rounds", rounds);
            all.put("merges", reports);
            JsonFile.write(json.get(), all);
        }
        return 0;
    }

    private ThroughputReport measure(WeightType type) throws IOException {
        LlamaShape shape = LlamaShape.ofBillions(parameters);
        Checkpoints checkpoints = new Checkpoints(places.folder(), shape, type);
        tell("making checkpoints, where they are missing, in " + places.folder());
        List<Path> made = checkpoints.models(models);
        Folders.requireSpace(places.out(), checkpoints.bytesPerModel());
        List<Contender> all = contenders.contenders(made, places, MergeThroughput::tell);
        List<Series> series = new Race(places.out(), MergeThroughput::tell).run(all, rounds);
        return ThroughputReport.of(
                type.name(), models, shape.parameterCount(), checkpoints.bytesPerModel(), series);
    }

    private static void tell(String news) {
        System.err.println(news);
    }
}
