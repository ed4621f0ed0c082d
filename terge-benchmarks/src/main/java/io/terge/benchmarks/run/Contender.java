package io.terge.benchmarks.run;

import io.terge.benchmarks.check.OutputCheck;

/**
 * One of the ways that are compared.
 *
 * @param name what it is called in tables
 * @param threads on how many threads it runs
 * @param warmUps how many runs are not counted, one or more
 * @param task what is run
 * @param check whether its output is what it has to be
 */
public record Contender(String name, int threads, int warmUps, Task task, OutputCheck check) {}
