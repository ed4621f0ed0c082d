package io.terge.cli;

import io.terge.api.MergeRequest;
import io.terge.cli.text.ReportText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Copies a model into another format, type or place. */
@Command(
        name = "convert",
        sortOptions = false,
        customSynopsis = "terge convert MODEL --out OUT [OPTIONS]",
        description = {
            "Copy a model to another format, type or location.",
            "Parameters are copied bit for bit, or rounded once to another type."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge convert model-directory --out model.safetensors",
            "  terge convert model.safetensors --out model-directory --dtype bf16 --shard-size 5GB"
        })
final class ConvertCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private OneModelOptions arguments = new OneModelOptions();

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return arguments.run(terminal, MergeRequest::convert, ReportText::conversion);
    }
}
