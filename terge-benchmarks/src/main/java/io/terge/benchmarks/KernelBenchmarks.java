package io.terge.benchmarks;

import io.terge.benchmarks.kernel.CopyBenchmark;
import io.terge.benchmarks.kernel.KernelBenchmark;
import io.terge.benchmarks.report.JsonFile;
import io.terge.benchmarks.report.KernelReport;
import io.terge.benchmarks.report.Machine;
import io.terge.tensor.DType;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Runs the benchmarks of the loops over numbers. */
@Command(
        name = "KernelBenchmarks",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description =
                "Measure the loops over numbers, plain and vector code, beside copies of the same"
                        + " bytes, on one thread.")
public final class KernelBenchmarks implements Callable<Integer> {

    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            converter = FloatingType.class,
            description = "Types of numbers, such as BF16,F8_E4M3. Default: all six.")
    private List<DType> types = List.of();

    @Option(
            names = "--milliseconds",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description =
                    "How long one of six measurements takes, of which two do not count. Default:"
                            + " 300.")
    private int milliseconds = 300;

    @Option(names = "--verbose", description = "Show all that JMH says.")
    private boolean verbose;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private Optional<Path> json = Optional.empty();

    KernelBenchmarks() {}

    /** Runs the program; {@code --help} says how. */
    public static void main(String[] arguments) {
        System.exit(Programs.commandLine(new KernelBenchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        Machine machine = Machine.here();
        System.out.println(machine.line());
        System.err.println("this takes some minutes");
        Collection<RunResult> results = new Runner(options().build()).run();
        KernelReport report = KernelReport.of(machine, results);
        System.out.print(report.text());
        json.ifPresent(file -> JsonFile.write(file, report));
        return 0;
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(KernelBenchmark.class.getName() + "\\.")
                        .include(CopyBenchmark.class.getName() + "\\.")
                        .jvmArgs(
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-XX:+UseSerialGC",
                                "--sun-misc-unsafe-memory-access=allow")
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.milliseconds(milliseconds))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(milliseconds))
                        .shouldFailOnError(true)
                        .verbosity(verbose ? VerboseMode.NORMAL : VerboseMode.SILENT);
        return types.isEmpty()
                ? options
                : options.param("type", distinct(DType::name))
                        .param("size", distinct(type -> Integer.toString(type.bits() / 8)));
    }

    private String[] distinct(Function<DType, String> of) {
        return types.stream().map(of).distinct().toArray(String[]::new);
    }
}
