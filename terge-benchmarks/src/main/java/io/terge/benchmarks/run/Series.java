package io.terge.benchmarks.run;

import java.util.List;
import java.util.OptionalLong;

/**
 * The runs of one contender.
 *
 * @param name what it is called
 * @param threads on how many threads it ran
 * @param seconds the times, in the order of the rounds
 * @param peakAnonymous the most memory of all rounds, in bytes
 */
public record Series(String name, int threads, List<Double> seconds, OptionalLong peakAnonymous) {

    static Series of(String name, int threads, List<Measurement> rounds) {
        List<Double> seconds = rounds.stream().map(Measurement::seconds).toList();
        return new Series(name, threads, seconds, peak(rounds));
    }

    /** The times that the programs themselves tell; empty if they do not. */
    static Series withoutStart(String name, int threads, List<Measurement> rounds) {
        List<Double> seconds =
                rounds.stream().flatMap(round -> round.withoutStart().stream().boxed()).toList();
        return new Series(name + " without start", threads, seconds, peak(rounds));
    }

    private static OptionalLong peak(List<Measurement> rounds) {
        return rounds.stream().flatMapToLong(round -> round.peakAnonymous().stream()).max();
    }

    /** The median of the times. */
    public double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The shortest of the times. */
    public double min() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
