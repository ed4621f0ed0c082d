package io.terge.pytorch;

import io.terge.model.ModelReference;
import io.terge.pytorch.archive.ArchiveKind;
import io.terge.spi.format.Claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of PyTorch files. */
final class PyTorchFormat {

    private static final List<String> ENDINGS =
            List.of(".bin", ".pt", ".pth", ".pth.tar", ".ckpt", ".pt2", ".ts", ".torchscript");

    private static final Map<String, ArchiveKind> KINDS =
            Map.of(
                    ".ts", ArchiveKind.SCRIPT,
                    ".torchscript", ArchiveKind.SCRIPT,
                    ".pt2", ArchiveKind.EXPORTED);

    /** A name that examples of PyTorch give to checkpoints; as a rule, they are no tar archives. */
    private static final String CALLED_TAR = ".pth.tar";

    private PyTorchFormat() {}

    /** Whether a model is read: also one whose name no output may have. */
    static Claim claimModel(ModelReference reference) {
        boolean calledTar =
                reference
                        .path()
                        .filter(PyTorchFormat::isCalledTar)
                        .filter(path -> !Files.isDirectory(path))
                        .isPresent();
        return calledTar ? Claim.SPECIFIC : claim(reference);
    }

    private static boolean isCalledTar(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(CALLED_TAR);
    }

    /** The name decides, be it of a model or of a place for one. */
    static Claim claim(ModelReference reference) {
        return reference
                .path()
                .filter(path -> ending(path).isPresent() && !Files.isDirectory(path))
                .map(path -> Claim.SPECIFIC)
                .orElse(Claim.NONE);
    }

    /** Which files are written, for messages. */
    static String targets() {
        return "NAME" + String.join(", ", ENDINGS);
    }

    /** Returns the only kind of archive that files with an ending can be, if there is one. */
    static Optional<ArchiveKind> kind(String ending) {
        return Optional.ofNullable(KINDS.get(ending));
    }

    /** Returns the ending of a file's name, if it is one of PyTorch. */
    static Optional<String> ending(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst();
    }
}
