package io.terge.files.tiny;

import io.terge.files.ModelPath;
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

/** Writes one file. */
record TinyFileWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return new TinyFileAdapter().claims(target);
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        OutputTarget.file(ModelPath.ofTarget(target)).check(overwrite);
    }

    @Override
    public boolean keepsBackups() {
        return true;
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        return Shards.one(blueprint, "a tiny file");
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        return ModelOutput.file(
                OutputTarget.file(ModelPath.ofTarget(target)),
                blueprint,
                TinyFormat.layout(shards(target, blueprint).getFirst()));
    }
}
