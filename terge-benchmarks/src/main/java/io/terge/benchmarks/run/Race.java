package io.terge.benchmarks.run;

import io.terge.benchmarks.files.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs contenders in turn, so that what else the machine does meets all of them alike.
 *
 * @param folder where the outputs go; each is deleted before the next run
 * @param news told what goes on
 * @param before done before each run
 */
public record Race(Path folder, Consumer<String> news, Preparation before) {

    /** What is done before each run, and not measured. */
    @FunctionalInterface
    public interface Preparation {
        /** Does it. */
        void run() throws IOException;
    }

    /** A race of runs before which nothing is done. */
    public Race(Path folder, Consumer<String> news) {
        this(folder, news, () -> {});
    }

    private static final String OUTPUT = "terge-benchmark-output";

    /** Runs the warm-ups, whose outputs are checked, and the rounds. */
    public List<Series> run(List<Contender> contenders, int rounds) throws IOException {
        Files.createDirectories(folder);
        for (Contender contender : contenders) {
            news.accept("warming up: " + label(contender));
            for (int i = 0; i < contender.warmUps(); i++) {
                runOnce(contender, i == 0);
            }
        }
        List<List<Measurement>> measured = new ArrayList<>();
        contenders.forEach(contender -> measured.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            news.accept("round %d of %d".formatted(round + 1, rounds));
            for (int i = 0; i < contenders.size(); i++) {
                Measurement one = runOnce(contenders.get(i), false);
                news.accept("%s: %.2f s".formatted(contenders.get(i).name(), one.seconds()));
                measured.get(i).add(one);
            }
        }
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            addSeries(contenders.get(i), measured.get(i), all);
        }
        return all;
    }

    private static void addSeries(Contender of, List<Measurement> rounds, List<Series> to) {
        to.add(Series.of(of.name(), of.threads(), rounds));
        Series within = Series.withoutStart(of.name(), of.threads(), rounds);
        if (!within.seconds().isEmpty()) {
            to.add(within);
        }
    }

    private Measurement runOnce(Contender contender, boolean check) throws IOException {
        Path output = folder.resolve(OUTPUT);
        Folders.delete(output);
        System.gc(); // What others left is not this one's to clear.
        before.run();
        try {
            Measurement measurement = contender.task().run(output);
            if (check) {
                contender.check().check(output);
            }
            return measurement;
        } finally {
            Folders.delete(output);
        }
    }

    private static String label(Contender contender) {
        return contender.name() + ", threads: " + contender.threads();
    }
}
