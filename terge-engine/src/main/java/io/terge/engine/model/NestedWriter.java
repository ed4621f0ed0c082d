package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.format.WriterContext;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/**
 * A writer that another adapter has asked for: what it throws names its own adapter, not the one
 * that asked.
 *
 * @param adapter whose writer it is
 * @param writer the writer
 * @param context finds the writers of what its models consist of
 */
record NestedWriter(Plugin<ModelAdapter> adapter, ModelWriter writer, WriterContext context)
        implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return adapter.call("examining " + CompanionSettings.describe(target))
                .get(() -> writer.claims(target));
    }

    @Override
    public String targets() {
        return adapter.call("describing the targets of its writer").get(writer::targets);
    }

    @Override
    public List<String> settings() {
        return adapter.call("naming the settings of its writer").get(writer::settings);
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        adapter.call("checking the output " + CompanionSettings.describe(target))
                .getPassing(
                        () -> {
                            writer.check(target, overwrite);
                            return target;
                        });
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        return adapter.call(
                        "dividing the output %s into shards"
                                .formatted(CompanionSettings.describe(target)))
                .getPassing(() -> writer.shards(target, blueprint, context));
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        return adapter.call("starting the output " + CompanionSettings.describe(target))
                .getPassing(
                        () ->
                                new NestedSink(
                                        target,
                                        adapter,
                                        writer.create(target, blueprint, context)));
    }
}
