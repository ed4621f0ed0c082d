package io.terge.examples;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Merges three models, from files and in memory. */
public final class Quickstart {

    private Quickstart() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        Path folder = SampleModels.folder(arguments);
        MergeReport report = mergeFiles(folder);
        System.out.println(report.lineage().parameters().size() + " parameters merged");
        System.out.println("The merged model is " + report.output().describe());
        System.out.println("In memory: " + mergeArrays().keySet());
    }

    static MergeReport mergeFiles(Path folder) {
        Path a = SampleModels.write(1, folder.resolve("a.safetensors"));
        Path b = SampleModels.write(2, folder.resolve("b.safetensors"));
        Path c = SampleModels.write(3, folder.resolve("c.safetensors"));
        Path merged = folder.resolve("merged.safetensors");
        // tag::readme
        MergeReport report =
                Terge.merge(a, b, c) // files or directories
                        .weights(3, 2, 1)
                        .exclude("glob:head.**") // copied from the first model
                        .to(merged);
        // end::readme
        return report;
    }

    static Map<String, TensorArray> mergeArrays() {
        Map<String, TensorArray> a = SampleModels.arrays(1);
        Map<String, TensorArray> b = SampleModels.arrays(2);
        return Terge.merge(a, b).toArrays();
    }
}
