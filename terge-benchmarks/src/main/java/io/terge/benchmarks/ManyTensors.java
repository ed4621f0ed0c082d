package io.terge.benchmarks;

import io.terge.benchmarks.check.MeanCheck;
import io.terge.benchmarks.checkpoint.SmallTensors;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.Machine;
import io.terge.benchmarks.report.Table;
import io.terge.benchmarks.run.CommandMerge;
import io.terge.benchmarks.run.CommandPlan;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Recipe;
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

/** Measures the command on models of very many small tensors, and of very many files. */
@Command(
        name = "ManyTensors",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measure 'terge plan' and 'terge merge' on models of very many small tensors, in"
                        + " one file and in very many.")
public final class ManyTensors implements Callable<Integer> {

    private static final int PER_SHARD = 5;

    @Option(
            names = "--tensors",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "Tensors of a model in one file. Default: 100000.")
    private int tensors = 100_000;

    @Option(
            names = "--shards",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "Files of a model of " + PER_SHARD + " tensors each. Default: 2000.")
    private int shards = 2000;

    @Option(
            names = "--models",
            paramLabel = "N",
            converter = Amounts.Models.class,
            description = "How many models are merged. Default: 2.")
    private int models = 2;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "How often everything is measured. Default: 5.")
    private int rounds = 5;

    @Mixin private PlaceOptions places = new PlaceOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private Optional<Path> json = Optional.empty();

    ManyTensors() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.exit(Programs.commandLine(new ManyTensors()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        CommandMerge.prepare(places.launcher());
        List<Contender> all = new ArrayList<>();
        add("%d tensors".formatted(tensors), tensors, tensors, all);
        add("%d shards".formatted(shards), shards * PER_SHARD, PER_SHARD, all);
        List<Series> series = new Race(places.out(), System.err::println).run(all, rounds);
        System.out.print(text(series));
        json.ifPresent(file -> JsonFile.write(file, results(machine, series)));
        return 0;
    }

    private void add(String name, int count, int perFile, List<Contender> to) throws IOException {
        List<Path> made = new SmallTensors(places.folder(), count, perFile).models(models);
        int threads = Runtime.getRuntime().availableProcessors();
        Recipe mean = Recipe.mean(made);
        to.add(
                new Contender(
                        name + ", plan",
                        1,
                        1,
                        new CommandPlan(places.launcher(), made, false),
                        nothing -> {}));
        to.add(
                new Contender(
                        name + ", plan --json",
                        1,
                        1,
                        new CommandPlan(places.launcher(), made, true),
                        nothing -> {}));
        to.add(
                new Contender(
                        name + ", merge",
                        threads,
                        1,
                        new CommandMerge(places.launcher(), mean, threads),
                        new MeanCheck(made, mean.weights(), true)));
    }

    private Map<String, Object> results(Machine machine, List<Series> series) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("models", models);
        all.put("rounds", rounds);
        all.put("results", series);
        return all;
    }

    private String text(List<Series> all) {
        Table table =
                new Table(
                        "%d models".formatted(models), "median s", "min s", "anonymous memory MB");
        for (Series series : all) {
            table.row(
                    series.name(),
                    Table.number(series.median(), 2),
                    Table.number(series.min(), 2),
                    Table.megabytes(series.peakAnonymous()));
        }
        return table.text();
    }
}
