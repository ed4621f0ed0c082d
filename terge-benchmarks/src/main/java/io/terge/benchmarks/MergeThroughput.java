package io.terge.benchmarks;

import io.terge.benchmarks.checkpoint.Checkpoints;
import io.terge.benchmarks.checkpoint.LlamaShape;
import io.terge.benchmarks.checkpoint.WeightType;
import io.terge.benchmarks.files.Folders;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.Machine;
import io.terge.benchmarks.report.ThroughputPages;
import io.terge.benchmarks.report.ThroughputReport;
import io.terge.benchmarks.report.ThroughputResults;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Series;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            description =
                    "Write throughput.json, and the table and the picture made from it, into this"
                            + " folder too.")
    private Optional<Path> docs = Optional.empty();

    @Option(
            names = "--quote",
            paramLabel = "FILE",
            description =
                    "Replace the rows of the table that this document quotes. May be repeated.")
    private List<Path> quoting = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "Measure nothing: take the results that an earlier run has written as JSON.")
    private Optional<Path> from = Optional.empty();

    MergeThroughput() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        System.exit(Programs.commandLine(new MergeThroughput()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        ThroughputResults results =
                from.isPresent() ? ThroughputResults.read(from.get()) : measured();
        json.ifPresent(file -> JsonFile.write(file, results));
        ThroughputPages pages = new ThroughputPages(results);
        if (docs.isPresent()) {
            pages.write(docs.get());
        }
        for (Path document : quoting) {
            Files.writeString(document, pages.quotedIn(Files.readString(document)));
        }
        return 0;
    }

    private ThroughputResults measured() throws IOException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        contenders.prepare(places);
        List<ThroughputReport> reports = new ArrayList<>();
        for (WeightType type : dtypes) {
            reports.add(measure(type));
            System.out.print(reports.getLast().text());
        }
        return new ThroughputResults(machine, rounds, contenders.isCold(), reports);
    }

    private ThroughputReport measure(WeightType type) throws IOException {
        LlamaShape shape = LlamaShape.ofBillions(parameters);
        Checkpoints checkpoints = new Checkpoints(places.folder(), shape, type);
        tell("making checkpoints, where they are missing, in " + places.folder());
        List<Path> made = checkpoints.models(models);
        Folders.requireSpace(places.out(), checkpoints.bytesPerModel());
        List<Contender> all = contenders.contenders(made, places, MergeThroughput::tell);
        Race race = new Race(places.out(), MergeThroughput::tell, contenders.preparation(made));
        List<Series> series = race.run(all, rounds);
        return ThroughputReport.of(
                type.name(), models, shape.parameterCount(), checkpoints.bytesPerModel(), series);
    }

    private static void tell(String news) {
        System.err.println(news);
    }
}
