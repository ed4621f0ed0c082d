package io.terge.examples.npz;

import io.terge.files.ModelPath;
import io.terge.files.output.ModelOutput;
import io.terge.files.output.Shards;
import io.terge.files.staging.OutputTarget;
import io.terge.files.zip.ZipLayout;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/** Writes npz files. */
record NpzWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return NpzAdapter.claim(target);
    }

    @Override
    public String targets() {
        return "NAME.npz";
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        target(target).check(overwrite);
    }

    @Override
    public boolean keepsBackups() {
        return true;
    }

    // tag::readme
    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        List<List<ParameterSpec>> one = Shards.one(blueprint, "an npz file");
        NpzLayout.of(blueprint.parameters()); // Rejects unsupported models.
        return one;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        ZipLayout layout = NpzLayout.of(shards(target, blueprint).getFirst());
        return ModelOutput.file(target(target), blueprint, layout.file(), layout::complete);
    }

    // end::readme

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.file(ModelPath.ofTarget(target));
    }
}
