package io.terge.pytorch;

import io.terge.files.ModelPath;
import io.terge.files.output.ModelOutput;
import io.terge.files.output.OutputFile;
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
import java.util.Optional;

/** Writes PyTorch files: archives like their donor, TorchScript or exported, else state dicts. */
record PyTorchWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return PyTorchFormat.claim(target);
    }

    @Override
    public String targets() {
        return PyTorchFormat.targets();
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
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        List<List<ParameterSpec>> one = Shards.one(blueprint, "a PyTorch file");
        Optional<Donor> donor = Donor.of(target, blueprint);
        layout(donor, blueprint); // Throws for what the format cannot hold.
        if (donor.isPresent()) {
            donor.get().close();
        } else {
            ReplacedDonor.check(target, blueprint);
        }
        return one;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        Optional<Donor> donor = Donor.of(target, blueprint);
        ZipLayout layout = layout(donor, blueprint);
        try {
            ModelSink sink =
                    ModelOutput.file(
                            target(target),
                            blueprint,
                            layout.file(),
                            file -> complete(file, layout, donor));
            return donor.isPresent() ? new DonorSink(sink, donor.get()) : sink;
        } catch (IOException | RuntimeException | Error failure) {
            if (donor.isPresent()) {
                donor.get().close();
            }
            throw failure;
        }
    }

    private static void complete(OutputFile file, ZipLayout layout, Optional<Donor> donor)
            throws IOException {
        layout.complete(file);
        if (donor.isPresent()) { // Only now has all of it been read.
            donor.get().file().checkUnchanged();
        }
    }

    /** Returns the layout; if it cannot be made, the donor is closed. */
    private static ZipLayout layout(Optional<Donor> donor, ModelBlueprint blueprint)
            throws IOException {
        if (donor.isEmpty()) {
            return StateDictLayout.of(blueprint);
        }
        try {
            return donor.get().weights().of(blueprint);
        } catch (RuntimeException | Error failure) {
            donor.get().close();
            throw failure;
        }
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.file(ModelPath.ofTarget(target));
    }
}
