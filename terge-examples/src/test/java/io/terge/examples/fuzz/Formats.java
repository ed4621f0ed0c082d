package io.terge.examples.fuzz;

import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.TergeBuilder;
import io.terge.examples.npz.NpzAdapter;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.hub.HubAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.json.PlanJson;
import io.terge.methods.arithmetic.ArithmeticMean;
import io.terge.pytorch.PyTorchAdapter;
import io.terge.spi.format.ModelAdapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All formats that are read, and saved plans.
 *
 * @param folder where mutants are, below {@code mutant}, and the models of plans
 * @param seeds the models that are changed
 */
record Formats(Path folder, Seeds seeds) {

    List<Format> all() throws IOException {
        List<ModelAdapter> adapters =
                List.of(
                        new SafetensorsAdapter(),
                        new HuggingFaceAdapter(),
                        new HubAdapter(
                                Map.of("HF_HUB_CACHE", folder.resolve("mutant/hub").toString())),
                        new PyTorchAdapter(),
                        new NpzAdapter());
        TergeBuilder builder =
                Terge.builder().discover(false).threads(1).plugin(new ArithmeticMean());
        adapters.forEach(builder::plugin);
        Merger merger = builder.build();
        ModelOpener opener = new ModelOpener(merger, adapters);
        return List.of(
                new Format("safetensors", seeds.safetensors(), opener),
                new Format("directory", seeds.directories(), opener),
                new Format("hub", seeds.onHub(), opener),
                new Format("npz", seeds.npz(), opener),
                new Format("torch", seeds.torch(), opener),
                new Format("legacy", seeds.legacyTorch(), opener),
                new Format("script", seeds.scripts(), opener),
                plans(merger));
    }

    private Format plans(Merger merger) throws IOException {
        Path model = folder.resolve("planned.safetensors");
        Files.write(model, seeds.safetensors().getFirst().files().firstEntry().getValue());
        Path output = folder.resolve("mutant/out.safetensors");
        Path saved = folder.resolve("saved.json");
        MergeRequest request =
                MergeRequest.builder().model(model).model(model).weights(1, 3).to(output).build();
        PlanJson.write(merger.plan(request), saved);
        SeedModel seed = SeedModel.of("plan.json", Files.readAllBytes(saved));
        return new Format("plan", List.of(seed), new PlanOpener(merger, output));
    }
}
