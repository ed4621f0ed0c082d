package io.terge.files.tiny;

import io.terge.files.ModelPath;
import io.terge.files.output.FileLayout;
import io.terge.files.output.ModelOutput;
import io.terge.files.output.Shards;
import io.terge.files.staging.OutputTarget;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/** Writes a directory with one file of weights, and companions. */
record TinyDirectoryWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return new TinyDirectoryAdapter().claims(target);
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        target(target).check(overwrite);
    }

    @Override
    public boolean keepsBackups() {
        return true;
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        return Shards.one(blueprint, "a directory with one tiny file");
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        FileLayout layout = TinyFormat.layout(shards(target, blueprint).getFirst());
        return ModelOutput.directory(
                target(target),
                blueprint,
                content -> {
                    content.copy(blueprint.companions());
                    content.weights(TinyDirectory.WEIGHTS, layout);
                });
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.directory(ModelPath.ofTarget(target), new TinyDirectory());
    }
}
