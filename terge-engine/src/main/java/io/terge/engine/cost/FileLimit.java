package io.terge.engine.cost;

import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many files the process may have open at a time.
 *
 * @param most how many the system allows
 * @param open how many are open already
 */
public record FileLimit(long most, long open) {

    /** The lock, a companion and its copy, and what the JVM opens by itself. */
    private static final long SPARE = 10;

    private static final Pattern SOFT = Pattern.compile("(?m)^Max open files\\s+(\\d+)\\s");

    /** Asks the system; empty where it does not tell, or has no limit. */
    public static Optional<FileLimit> ofThisProcess() {
        return read(Path.of("/proc/self"));
    }

    /** Reads what Linux tells of a process in its directory. */
    static Optional<FileLimit> read(Path process) {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            Matcher limit = SOFT.matcher(Files.readString(process.resolve("limits")));
            return limit.find()
                    ? Optional.of(new FileLimit(Long.parseLong(limit.group(1)), open.count()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    /** The limit for a process that has closed some of its files. */
    public FileLimit without(long closed) {
        return new FileLimit(most, open - closed);
    }

    /** How many more files may be opened. */
    public long left() {
        return Math.max(0, most - open - SPARE);
    }

    /**
     * The problem of a merge that opens more files than that, if it does.
     *
     * @param inputs how many files of weights are read
     * @param outputs how many files of weights are written
     */
    public Optional<Problem> problem(long inputs, long outputs) {
        long needed = open + inputs + outputs + SPARE;
        if (needed <= most) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                                TergeCode.TOO_MANY_FILES,
                                "The merge needs %d open files, but the system allows %d"
                                        .formatted(needed, most))
                        .note("weight files: %d to read, %d to write".formatted(inputs, outputs))
                        .fix(
                                "raise the limit (ulimit -n %d), or write fewer shards"
                                                .formatted(needed)
                                        + " (--shard-size, in Java .shardSize(...))"));
    }
}
