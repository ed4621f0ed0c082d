package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.pytorch.archive.ArchiveKind;
import io.terge.pytorch.archive.FileStart;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.exported.ExportedProgram;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.replace.WeightArchive;
import io.terge.pytorch.script.ScriptModule;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The archive that an output is to be like, open.
 *
 * @param file the file
 * @param weights what is to be replaced in it
 */
record Donor(OpenFile file, WeightArchive weights) implements AutoCloseable {

    /**
     * The ending of state dicts and of TorchScript. Archives of torch.export are not among them:
     * PyTorch recognises those by their own ending.
     */
    private static final String SHARED_ENDING = ".pt";

    /**
     * Opens the donor of an output.
     *
     * @param target the output
     * @param blueprint its contents
     * @return empty if the output is a state dict
     * @throws TergeException with {@code OUTPUT_NOT_SUPPORTED} if the output can only be of a kind
     *     that the donor is not
     */
    static Optional<Donor> of(ModelReference target, ModelBlueprint blueprint) throws IOException {
        String ending = target.path().flatMap(PyTorchFormat::ending).orElse("");
        Optional<ArchiveKind> required = PyTorchFormat.kind(ending);
        if (required.isEmpty() && !ending.equals(SHARED_ENDING)) {
            return Optional.empty();
        }
        Optional<Path> path =
                blueprint
                        .donor()
                        .filter(donor -> PyTorchFormat.claim(donor) == Claim.SPECIFIC)
                        .flatMap(ModelReference::path);
        Optional<Donor> donor =
                path.isEmpty()
                        ? Optional.empty()
                        : open(path.get(), required.orElse(ArchiveKind.SCRIPT));
        if (donor.isEmpty() && required.isPresent()) {
            throw unlike(required.get(), blueprint);
        }
        return donor;
    }

    private static TergeException unlike(ArchiveKind kind, ModelBlueprint blueprint) {
        String format =
                kind == ArchiveKind.SCRIPT
                        ? "The output is a TorchScript file, but %s is not: there is no code to"
                                + " copy"
                        : "The output is an archive of torch.export, but %s is not: there is no"
                                + " graph to copy";
        String donor =
                blueprint.donor().map(ModelReference::describe).map(Quoted::of).orElse("its model");
        String wrong = format.formatted(donor);
        return new TergeException(
                Problem.of(TergeCode.OUTPUT_NOT_SUPPORTED, wrong)
                        .fix("write a state dict: choose a file name that ends with .pth"));
    }

    /** Opens a file, unless it is a state dict or of another kind than is required. */
    private static Optional<Donor> open(Path path, ArchiveKind required) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            if (FileStart.of(file.bytes(0, file.size())).isZip()) {
                TorchArchive archive = TorchArchive.read(file);
                if (archive.kind() == required) {
                    return Optional.of(new Donor(file, weights(archive)));
                }
            }
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
        file.close();
        return Optional.empty();
    }

    private static WeightArchive weights(TorchArchive archive) throws IOException {
        if (archive.kind() == ArchiveKind.EXPORTED) {
            ExportedProgram program = ExportedProgram.read(archive);
            return new WeightArchive(
                    archive, program.views(), program.storages(), "the exported program");
        }
        ScriptModule module = ScriptModule.read(archive, GlobalPolicy.lenient());
        return new WeightArchive(
                archive, module.views(), module.storages(), "the TorchScript module");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
