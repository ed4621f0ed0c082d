package io.terge.examples.fuzz;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.testkit.TestAdapterContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Inspects a model, reads its parameters, plans a merge with itself, and sometimes merges it.
 *
 * @param merger the engine
 * @param adapters the adapters of the engine
 */
record ModelOpener(Merger merger, List<ModelAdapter> adapters) implements Opener {

    private static final long LARGEST_MERGE = 1 << 20;
    private static final int ONE_MERGE_IN = 24;

    @Override
    public void open(Path folder, String location, RandomGenerator random) throws IOException {
        // A name on the hub is relative to nothing.
        ModelReference reference =
                location.contains("/")
                        ? ModelReference.at(location)
                        : ModelReference.at(folder.resolve(location));
        Map<String, String> settings =
                location.endsWith(".pt") && random.nextInt(3) == 0 ? Map.of("key", ".") : Map.of();
        merger.inspect(reference, Optional.empty(), settings);
        read(reference, settings);
        MergePlan plan = merger.plan(request(reference, settings, folder, location, random));
        if (plan.bytesWritten() < LARGEST_MERGE && random.nextInt(ONE_MERGE_IN) == 0) {
            merger.merge(plan);
        }
    }

    private static MergeRequest request(
            ModelReference model,
            Map<String, String> settings,
            Path folder,
            String location,
            RandomGenerator random) {
        String name = random.nextBoolean() ? location.replace('/', '-') : "to.safetensors";
        MergeRequestBuilder request =
                MergeRequest.builder().model(model).model(model).to(folder.resolve("out-" + name));
        settings.forEach(request::adapterSetting);
        return request.build();
    }

    private void read(ModelReference reference, Map<String, String> settings) throws IOException {
        TestAdapterContext context = TestAdapterContext.of(adapters.toArray(ModelAdapter[]::new));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            context = context.with(setting.getKey(), setting.getValue());
        }
        try (ModelSource source = context.open(reference)) {
            new SourceReading(source).run();
        }
    }
}
