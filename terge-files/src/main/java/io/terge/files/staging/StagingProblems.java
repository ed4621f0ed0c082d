package io.terge.files.staging;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with the hidden directory of an output. */
final class StagingProblems {

    private StagingProblems() {}

    static Problem inUse(Path target, Path other) {
        return Problem.of(
                        TergeCode.OUTPUT_IN_USE,
                        "Another process is replacing " + Quoted.of(target))
                .note("its temporary directory: " + Quoted.of(other))
                .fix("wait until it is done, and repeat the merge");
    }

    static Problem noLocks(Path target) {
        return Problem.of(
                        TergeCode.NO_LOCKS,
                        "The file system of %s does not support file locks"
                                .formatted(Quoted.of(target)))
                .note("do not write to the same target from two processes at once");
    }

    static Problem notRemoved(Path target, Path staging, IOException failure) {
        return Problem.of(
                        TergeCode.NOT_REMOVED,
                        "%s is written, but the temporary directory %s beside it cannot be removed: %s"
                                .formatted(
                                        Quoted.of(target),
                                        Quoted.of(staging),
                                        FailureReason.withFile(failure)))
                .fix("remove it");
    }
}
