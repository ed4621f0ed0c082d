package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.model.ModelReference;
import io.terge.pytorch.archive.ArchiveKind;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.script.ScriptModule;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The TorchScript archive that an output is to be like, open.
 *
 * @param file the file
 * @param module the module in it
 */
record Donor(OpenFile file, ScriptModule module) implements AutoCloseable {

    /** Names of files that can only be TorchScript; {@code .pt} can be a state dict, too. */
    private static final String SHARED_ENDING = ".pt";

    /**
     * Opens the donor of a TorchScript output.
     *
     * @param target the output
     * @param blueprint its contents
     * @return empty if the output is a state dict
     * @throws TergeException with {@code OUTPUT_NOT_SUPPORTED} if the output can only be
     *     TorchScript and the donor is not
     */
    static Optional<Donor> of(ModelReference target, ModelBlueprint blueprint) throws IOException {
        String ending = target.path().flatMap(PyTorchFormat::ending).orElse("");
        boolean mustBeScript = PyTorchFormat.isScript(ending);
        if (!mustBeScript && !ending.equals(SHARED_ENDING)) {
            return Optional.empty();
        }
        Optional<Path> path =
                blueprint
                        .donor()
                        .filter(donor -> PyTorchFormat.claim(donor) == Claim.SPECIFIC)
                        .flatMap(ModelReference::path);
        Optional<Donor> donor = path.isEmpty() ? Optional.empty() : open(path.get());
        if (donor.isEmpty() && mustBeScript) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "The output is a TorchScript file, but the base is not: there"
                                            + " is no code to copy")
                            .fix("write a state dict: choose a file name that ends with .pth"));
        }
        return donor;
    }

    private static Optional<Donor> open(Path path) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            if (PyTorchFormat.isZip(file)) {
                TorchArchive archive = TorchArchive.read(file);
                if (archive.kind() == ArchiveKind.SCRIPT) {
                    return Optional.of(
                            new Donor(file, ScriptModule.read(archive, GlobalPolicy.lenient())));
                }
            }
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
