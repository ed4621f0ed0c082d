package io.terge.examples;

import io.terge.api.Lineage;
import io.terge.api.MergeReport;
import io.terge.engine.Terge;
import io.terge.json.LineageJson;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps how a model came about beside it, and reads it again. */
public final class LineageReading {

    private LineageReading() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        System.out.print(describe(keep(SampleModels.folder(arguments))));
    }

    static Path keep(Path folder) throws IOException {
        Path a = SampleModels.write(1, folder.resolve("a.safetensors"));
        Path b = SampleModels.write(2, folder.resolve("b.safetensors"));
        Path file = folder.resolve("merged.lineage.json");
        // tag::readme
        MergeReport report =
                Terge.merge(a, b).weights(3, 1).to(folder.resolve("merged.safetensors"));
        LineageJson.write(report.lineage(), file);
        Lineage lineage = LineageJson.read(file);
        lineage.parameters()
                .forEach((name, how) -> System.out.println(name + " " + how.contributions()));
        // end::readme
        return file;
    }

    static String describe(Path file) throws IOException {
        Lineage lineage = LineageJson.read(file);
        StringBuilder text = new StringBuilder();
        lineage.parameters()
                .forEach(
                        (name, how) -> {
                            text.append(name).append(" = ").append(how.method());
                            for (Lineage.Contribution part : how.contributions()) {
                                text.append(
                                        " %s of model %d".formatted(part.weight(), part.model()));
                            }
                            text.append('\n');
                        });
        return text.toString();
    }
}
