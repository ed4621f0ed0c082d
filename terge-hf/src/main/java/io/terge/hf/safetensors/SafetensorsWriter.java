package io.terge.hf.safetensors;

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

/** Writes one safetensors file. */
record SafetensorsWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return target.path().filter(SafetensorsName::isOf).isPresent()
                ? Claim.SPECIFIC
                : Claim.NONE;
    }

    @Override
    public String targets() {
        return "NAME" + SafetensorsName.SUFFIX;
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
        List<List<ParameterSpec>> one = Shards.one(blueprint, "a safetensors file");
        ShardLayouts.check(blueprint, one);
        return one;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        List<List<ParameterSpec>> one = Shards.one(blueprint, "a safetensors file");
        SafetensorsLayout layout = ShardLayouts.of(blueprint, one).getFirst();
        return ModelOutput.file(target(target), blueprint, layout.file(), layout.completion());
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.file(ModelPath.ofTarget(target));
    }
}
