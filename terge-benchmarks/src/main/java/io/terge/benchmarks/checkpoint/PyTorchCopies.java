package io.terge.benchmarks.checkpoint;

import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same models as files of PyTorch. */
public final class PyTorchCopies {

    private PyTorchCopies() {}

    /**
     * Returns a file for each model, and makes those that are missing.
     *
     * @throws IOException if a model cannot be looked at
     */
    public static List<Path> of(List<Path> models) throws IOException {
        Merger merger = Terge.create();
        List<Path> copies = new ArrayList<>();
        for (Path model : models) {
            Path copy = model.resolveSibling(model.getFileName() + ".pt");
            if (!Files.exists(copy)) {
                merger.merge(MergeRequest.convert(ModelReference.at(model)).to(copy).build());
            }
            copies.add(copy);
        }
        return copies;
    }
}
