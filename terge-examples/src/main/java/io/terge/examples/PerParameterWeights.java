package io.terge.examples;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Path;

/** Weights models by parameter, and looks at the plan before anything is read or written. */
public final class PerParameterWeights {

    private PerParameterWeights() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        MergeReport report = merge(SampleModels.folder(arguments));
        report.lineage()
                .parameters()
                .forEach((name, how) -> System.out.println(name + " " + how.contributions()));
    }

    static MergeReport merge(Path folder) {
        Path a = SampleModels.write(1, folder.resolve("a.safetensors"));
        Path b = SampleModels.write(2, folder.resolve("b.safetensors"));
        Path merged = folder.resolve("merged.safetensors");
        // tag::readme
        Merger merger = Terge.create(); // all installed plugins; keep it and share it
        MergeRequest request =
                MergeRequest.builder()
                        .model(a)
                        .model(b)
                        .weights("regex:bias$", 1, 0) // the first matching rule wins
                        .weights("glob:encoder.layer.0.**", 3, 1)
                        .weights(1, 1)
                        .to(merged)
                        .build();
        MergePlan plan = merger.plan(request); // reads headers only; reports all problems
        for (ParameterPlan parameter : plan.parameters()) {
            System.out.println(parameter.output() + " reads " + parameter.bytesRead() + " bytes");
        }
        MergeReport report = merger.merge(request);
        // end::readme
        return report;
    }
}
