package io.terge.benchmarks;

import io.terge.benchmarks.check.MeanCheck;
import io.terge.benchmarks.checkpoint.Checkpoints;
import io.terge.benchmarks.checkpoint.LlamaShape;
import io.terge.benchmarks.checkpoint.WeightType;
import io.terge.benchmarks.files.Folders;
import io.terge.benchmarks.report.Chart;
import io.terge.benchmarks.report.CurvePoint;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.Machine;
import io.terge.benchmarks.report.Panel;
import io.terge.benchmarks.run.CommandMerge;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Recipe;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** Measures time and memory of the command over the size and the number of models. */
@Command(
        name = "MemoryCurve",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measure time and memory of 'terge merge' over the size and the number of models;"
                        + " writes a table, JSON and a chart.")
public final class MemoryCurve implements Callable<Integer> {

    private static final String NAME = "memory-curve";

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            converter = Amounts.Billions.class,
            description = "Billions of parameters of a model. Default: 0.1,0.3,1,3.")
    private List<Double> sizes = List.of(0.1, 0.3, 1.0, 3.0);

    @Option(
            names = "--models",
            paramLabel = "N",
            converter = Amounts.Models.class,
            description = "How many models of each size. Default: 3.")
    private int models = 3;

    @Option(
            names = "--counts",
            paramLabel = "N",
            split = ",",
            converter = Amounts.Models.class,
            description = "Numbers of models of one size. Default: 2,4,8.")
    private List<Integer> counts = List.of(2, 4, 8);

    @Option(
            names = "--counted-size",
            paramLabel = "N",
            converter = Amounts.Billions.class,
            description = "Their billions of parameters. Default: 0.3.")
    private double countedSize = 0.3;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "Threads of a merge. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "Runs of each. Default: 5.")
    private int rounds = 5;

    @Option(names = "--keep", description = "Keep the checkpoints that this run makes.")
    private boolean keep;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where " + NAME + ".json and .svg go. Default: docs/benchmarks.")
    private Path results = Path.of("docs/benchmarks");

    @Mixin private PlaceOptions places = new PlaceOptions();

    private record Curves(
            Machine machine, int threads, List<CurvePoint> sizes, List<CurvePoint> counts) {}

    private MemoryCurve() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.exit(Programs.commandLine(new MemoryCurve()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        CommandMerge.prepare(places.launcher());
        List<CurvePoint> bySize = new ArrayList<>();
        for (double size : sizes) {
            bySize.addAll(measure(size, List.of(models)));
        }
        List<CurvePoint> byCount = measure(countedSize, counts);
        System.out.println(CurvePoint.table(bySize));
        System.out.print(CurvePoint.table(byCount));
        Files.createDirectories(results);
        JsonFile.write(
                results.resolve(NAME + ".json"), new Curves(machine, threads, bySize, byCount));
        Chart.write(
                results.resolve(NAME + ".svg"),
                "terge merge: memory and time of the process, weighted mean, bf16",
                machine.line(),
                panels(bySize, byCount));
        return 0;
    }

    private List<CurvePoint> measure(double billions, List<Integer> numbers) throws IOException {
        LlamaShape shape = LlamaShape.ofBillions(billions);
        Checkpoints checkpoints = new Checkpoints(places.folder(), shape, WeightType.BF16);
        boolean wasThere = checkpoints.isThere();
        try {
            List<CurvePoint> points = new ArrayList<>();
            for (int count : numbers) {
                points.add(measure(checkpoints, count));
            }
            return points;
        } finally {
            if (!wasThere && !keep) {
                checkpoints.delete();
            }
        }
    }

    private CurvePoint measure(Checkpoints checkpoints, int count) throws IOException {
        Recipe recipe = Recipe.mean(checkpoints.models(count));
        Folders.requireSpace(places.out(), checkpoints.bytesPerModel());
        long parameters = checkpoints.shape().parameterCount();
        System.err.printf("%d models of %d parameters%n", count, parameters);
        CommandMerge merge = new CommandMerge(places.launcher(), recipe, threads);
        MeanCheck check = new MeanCheck(recipe.models(), recipe.weights(), true);
        Contender contender = new Contender("merge, process", threads, 1, merge, check);
        Race race = new Race(places.out(), System.err::println);
        return CurvePoint.of(
                parameters,
                count,
                checkpoints.bytesPerModel(),
                race.run(List.of(contender), rounds).getFirst());
    }

    private List<Panel> panels(List<CurvePoint> bySize, List<CurvePoint> byCount) {
        String size = "billions of parameters of each of %d models".formatted(models);
        String count = "models of %s billion parameters".formatted(countedSize);
        ToDoubleFunction<CurvePoint> memory = point -> point.peakAnonymousBytes().orElse(0) / 1e6;
        return List.of(
                panel("anonymous memory, MB", size, bySize, p -> p.parameters() / 1e9, memory),
                panel("anonymous memory, MB", count, byCount, CurvePoint::models, memory),
                panel("time, s", size, bySize, p -> p.parameters() / 1e9, CurvePoint::median),
                panel("time, s", count, byCount, CurvePoint::models, CurvePoint::median));
    }

    private static Panel panel(
            String title,
            String across,
            List<CurvePoint> of,
            ToDoubleFunction<CurvePoint> x,
            ToDoubleFunction<CurvePoint> y) {
        return new Panel(
                title,
                across,
                of.stream()
                        .map(
                                point ->
                                        new Panel.Point(
                                                x.applyAsDouble(point), y.applyAsDouble(point)))
                        .toList());
    }
}
