package io.terge.benchmarks;

import io.terge.benchmarks.check.MeanCheck;
import io.terge.benchmarks.check.OutputCheck;
import io.terge.benchmarks.check.SameBytes;
import io.terge.benchmarks.checkpoint.PyTorchCopies;
import io.terge.benchmarks.files.PageCache;
import io.terge.benchmarks.files.WeightFiles;
import io.terge.benchmarks.run.CommandMerge;
import io.terge.benchmarks.run.Contender;
import io.terge.benchmarks.run.CopyProcess;
import io.terge.benchmarks.run.LibraryMerge;
import io.terge.benchmarks.run.MethodVariant;
import io.terge.benchmarks.run.PlainCopy;
import io.terge.benchmarks.run.PlainRead;
import io.terge.benchmarks.run.Race;
import io.terge.benchmarks.run.Recipe;
import io.terge.benchmarks.run.TorchMerge;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The arguments that say who is compared. */
final class ContenderOptions {

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "How many threads are all. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            converter = Amounts.Count.class,
            description = "Runs in this process before it counts. Default: 3.")
    private int warmUps = 3;

    @Option(
            names = "--method",
            paramLabel = "METHOD[:OPTION=VALUE,...]",
            converter = MethodConverter.class,
            description = "Measure this merge method too. May be repeated.")
    private List<MethodVariant> methods = new ArrayList<>();

    @Option(
            names = "--pytorch",
            description = "Measure merges of the same models as PyTorch files too.")
    private boolean pytorch;

    @Option(
            names = "--cold",
            description =
                    "Have the system forget the inputs before each run, so that they are read from"
                            + " the disk, and measure a plain read of them too. Linux only.")
    private boolean cold;

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "NAME",
            description = "Leave out 'process', 'torch' or 'single' (what runs on one thread).")
    private List<Part> skipped = new ArrayList<>();

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "A Python with torch and safetensors. Default: python3.")
    private String python = "python3";

    /** What can be left out. */
    private enum Part {
        PROCESS,
        TORCH,
        SINGLE
    }

    /**
     * Sees that the command runs, if it is measured, and that inputs can be cold, if they are to
     * be.
     *
     * @throws IOException if that is not so
     */
    void prepare(PlaceOptions places) throws IOException {
        if (cold) {
            PageCache.ofThisSystem();
        }
        if (!skipped.contains(Part.PROCESS)) {
            CommandMerge.prepare(places.launcher());
        }
    }

    /** Whether the inputs are read from the disk. */
    boolean isCold() {
        return cold;
    }

    /**
     * What is done before each run.
     *
     * @throws IOException if the system has no way to do it
     */
    Race.Preparation preparation(List<Path> models) throws IOException {
        if (!cold) {
            return () -> {};
        }
        PageCache cache = PageCache.ofThisSystem();
        return () -> {
            for (Path model : models) {
                for (Path file : WeightFiles.in(model)) {
                    cache.forget(file);
                }
            }
        };
    }

    /** Everybody; first the copy on all threads. */
    List<Contender> contenders(List<Path> models, PlaceOptions places, Consumer<String> news)
            throws IOException {
        List<Contender> all = new ArrayList<>();
        Recipe mean = Recipe.mean(models);
        OutputCheck copied = SameBytes.as(models.getFirst());
        for (int count : threadCounts()) {
            all.add(new Contender("copy", count, 1, new PlainCopy(models, count), copied));
        }
        if (!skipped.contains(Part.PROCESS)) {
            for (int count : threadCounts()) {
                CopyProcess copy = new CopyProcess(models, count);
                all.add(new Contender("copy, process", count, 1, copy, copied));
            }
        }
        if (cold) {
            for (int count : threadCounts()) {
                PlainRead read = new PlainRead(models, count);
                all.add(new Contender("read", count, 1, read, nothing -> {}));
            }
        }
        OutputCheck exact = new MeanCheck(models, mean.weights(), true);
        addMerges("merge", mean, SameBytes.asEachOther().and(exact), places, all);
        if (pytorch) {
            Recipe copies = Recipe.mean(PyTorchCopies.of(models));
            addMerges("merge .pt", copies, SameBytes.asEachOther().and(exact), places, all);
        }
        List<MethodVariant> others = methods.stream().distinct().toList();
        for (MethodVariant method : others) {
            if (method.equals(MethodVariant.ARITHMETIC)) {
                continue; // The mean is measured in any case.
            }
            Recipe recipe = Recipe.of(method, models);
            if (LibraryMerge.isPossible(recipe, places.out(), news)) {
                String name = "merge " + method.label();
                addMerges(name, recipe, SameBytes.asEachOther(), places, all);
            }
        }
        addTorch(mean, places, news, all);
        return all;
    }

    private void addMerges(
            String name, Recipe recipe, OutputCheck check, PlaceOptions places, List<Contender> all)
            throws IOException {
        for (int count : threadCounts()) {
            LibraryMerge merge = LibraryMerge.of(recipe, count);
            all.add(new Contender(name, count, warmUps, merge, check));
        }
        if (skipped.contains(Part.PROCESS)) {
            return;
        }
        for (int count : threadCounts()) {
            CommandMerge merge = new CommandMerge(places.launcher(), recipe, count);
            all.add(new Contender(name + ", process", count, 1, merge, check));
        }
    }

    private void addTorch(
            Recipe mean, PlaceOptions places, Consumer<String> news, List<Contender> all)
            throws IOException {
        if (skipped.contains(Part.TORCH)) {
            return;
        }
        if (!TorchMerge.isPossible(python)) {
            news.accept("no PyTorch: " + python + " cannot import torch and safetensors");
            return;
        }
        Path script = TorchMerge.unpack(TorchMerge.MEAN, places.folder());
        TorchMerge merge = new TorchMerge(python, script, mean, threads);
        OutputCheck near = new MeanCheck(mean.models(), mean.weights(), false);
        all.add(new Contender("torch, process", threads, 1, merge, near));
    }

    private List<Integer> threadCounts() {
        return skipped.contains(Part.SINGLE)
                ? List.of(threads)
                : IntStream.of(threads, 1).distinct().boxed().toList();
    }
}
