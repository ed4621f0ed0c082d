package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRejectedException;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

class ErrorReportTest {

    @Test
    void theStatusFollowsFromTheProblems() {
        assertThat(status(TergeCode.UNKNOWN_METHOD)).isEqualTo(ExitStatus.REJECTED);
        assertThat(status(TergeCode.PLUGIN_FAILED)).isEqualTo(ExitStatus.REJECTED);
        assertThat(status(TergeCode.CANNOT_READ, TergeCode.DISK_FULL)).isEqualTo(ExitStatus.IO);
        assertThat(status(TergeCode.CANNOT_READ, TergeCode.NO_MODELS))
                .isEqualTo(ExitStatus.REJECTED);
        assertThat(status(TergeCode.CANNOT_WRITE, TergeCode.CANCELLED))
                .isEqualTo(ExitStatus.CANCELLED);
    }

    @Test
    void aFaultOfTergeAsksForAReport(@TempDir Path folder) throws IOException {
        Path a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        Path b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
        Path out = folder.resolve("out.safetensors");
        StringWriter err = new StringWriter();
        Terminal broken =
                new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        () -> {
                            throw new IllegalStateException("no terminal here\u001b[31m");
                        });

        int status =
                new Cli(broken).run("merge", a.toString(), b.toString(), "--out", out.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("error: this is a bug in terge or in a plugin. Please report it")
                .contains(
                        "IllegalStateException: no terminal here\\u001b[31m",
                        "    at io.terge.cli.");
        assertThat(FolderState.of(folder)).containsOnlyKeys("", "a.safetensors", "b.safetensors");
    }

    private static ExitStatus status(ErrorCode... codes) {
        TergeException failure =
                new MergeRejectedException(
                        "Cannot", Arrays.stream(codes).map(c -> Problem.of(c, "text")).toList());
        return ExitStatus.of(failure);
    }
}
