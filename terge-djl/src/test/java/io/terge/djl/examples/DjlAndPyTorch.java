package io.terge.djl.examples;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import io.terge.api.MergeReport;
import io.terge.api.ModelScope;
import io.terge.djl.PyTorchNames;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Merges a live block with a checkpoint of the same network that was trained in PyTorch. */
public final class DjlAndPyTorch {

    private DjlAndPyTorch() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        Path folder =
                arguments.length > 0
                        ? Path.of(arguments[0])
                        : Files.createTempDirectory("terge-example");
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = SampleBlocks.tagger(manager);
            Path checkpoint = checkpoint(SampleBlocks.tagger(manager), folder);
            System.out.println(merge(block, checkpoint).merged() + " parameters merged");
        }
    }

    /** Stores a block as PyTorch would store the network. */
    static Path checkpoint(Block block, Path folder) {
        PyTorchNames names = names(block);
        Path file = folder.resolve("tagger.safetensors");
        Terge.merge(block)
                .with(request -> request.renames(names.toPyTorch(ModelScope.all())))
                .to(file);
        return file;
    }

    private static PyTorchNames names(Block block) {
        return PyTorchNames.of(block).module("01LSTM", "lstm").module("03Linear", "head");
    }

    static MergeReport merge(Block block, Path checkpoint) {
        // tag::readme
        PyTorchNames names =
                PyTorchNames.of(block).module("01LSTM", "lstm").module("03Linear", "head");
        MergeReport report =
                Terge.merge(block, checkpoint)
                        .with(request -> request.renames(names.toDjl(ModelScope.model(1))))
                        .inPlace();
        // end::readme
        return report;
    }
}
