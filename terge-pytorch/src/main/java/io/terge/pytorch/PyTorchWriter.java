package io.terge.pytorch;

import io.terge.files.ModelPath;
import io.terge.files.output.ModelOutput;
import io.terge.files.output.Shards;
import io.terge.files.staging.OutputTarget;
import io.terge.files.zip.ZipLayout;
import io.terge.model.ModelReference;
import io.terge.pytorch.write.StateDictLayout;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/** Writes PyTorch files. */
record PyTorchWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return PyTorchFormat.claim(target);
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        target(target).check(overwrite);
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelBlueprint blueprint) {
        List<List<ParameterSpec>> one = Shards.one(blueprint, "a PyTorch file");
        StateDictLayout.of(blueprint); // Throws for what the format cannot hold.
        return one;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        ZipLayout layout = StateDictLayout.of(blueprint);
        return ModelOutput.file(
                target(target), blueprint.overwrite(), layout.file(), layout::complete);
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.file(ModelPath.ofTarget(target));
    }
}
