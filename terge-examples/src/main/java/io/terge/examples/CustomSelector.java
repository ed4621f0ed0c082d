package io.terge.examples;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Path;

/** Merges the layers that a plugin's selector means, {@link LayersSelector}. */
public final class CustomSelector {

    private CustomSelector() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        MergeReport report = merge(SampleModels.folder(arguments));
        System.out.println("merged: " + report.lineage().parameters().keySet());
    }

    static MergeReport merge(Path folder) {
        Path a = SampleModels.write(1, folder.resolve("a.safetensors"));
        Path b = SampleModels.write(2, folder.resolve("b.safetensors"));
        // tag::readme
        MergeReport report =
                Terge.merge(a, b).include("layers:1-5").to(folder.resolve("merged.safetensors"));
        // end::readme
        return report;
    }
}
