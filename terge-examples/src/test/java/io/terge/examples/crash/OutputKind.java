package io.terge.examples.crash;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a run writes, and over what. */
enum OutputKind {
    /** A file that replaces another one. */
    FILE(".safetensors", false),
    /** A file that replaces the base. */
    FILE_IN_PLACE(".safetensors", true),
    /** An archive of PyTorch. */
    TORCH(".pt", false),
    /** A directory that replaces another one. */
    DIRECTORY("", false),
    /** A directory that replaces the base. */
    DIRECTORY_IN_PLACE("", true);

    private static final List<String> MODELS = List.of("out", "b", "c");

    private final String ending;
    private final boolean inPlace;

    OutputKind(String ending, boolean inPlace) {
        this.ending = ending;
        this.inPlace = inPlace;
    }

    /** The output in a folder. */
    Path output(Path folder) {
        return model(folder, "out");
    }

    /** Makes the models that are merged, and the one that is replaced. */
    void makeModels(Path folder) throws IOException {
        for (String name : MODELS) {
            Path model = model(folder, name);
            float[] values = new float[2000];
            Arrays.fill(values, name.hashCode());
            Map<String, TensorArray> arrays = Map.of("w", TensorArray.of(values, values.length));
            Terge.merge(arrays, arrays).to(model);
            if (ending.isEmpty()) {
                Files.createDirectories(model.resolve("sub"));
                Files.writeString(model.resolve("sub/name.txt"), name);
                Files.writeString(model.resolve(name + ".json"), "{}");
            }
        }
    }

    /** Replaces the output by what one of two models says. */
    void merge(Merger merger, Path folder, boolean second) {
        Path source = model(folder, second ? "c" : "b");
        MergeRequestBuilder request = MergeRequest.builder();
        if (inPlace) {
            request.model(output(folder)).model(source).weights(0, 1).inPlace();
        } else {
            request.model(source).model(source).to(output(folder)).overwrite();
        }
        merger.merge(request.build());
    }

    private Path model(Path folder, String name) {
        return folder.resolve(name + ending);
    }
}
