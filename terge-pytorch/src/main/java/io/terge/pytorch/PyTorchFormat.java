package io.terge.pytorch;

import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of PyTorch files. */
final class PyTorchFormat {

    private static final List<String> ENDINGS =
            List.of(".bin", ".pt", ".pth", ".ckpt", ".pt2", ".ts", ".torchscript");

    private PyTorchFormat() {}

    /** The name decides, be it of a model or of a place for one. */
    static Claim claim(ModelReference reference) {
        return reference
                .path()
                .filter(path -> ending(path).isPresent() && !Files.isDirectory(path))
                .map(path -> Claim.SPECIFIC)
                .orElse(Claim.NONE);
    }

    /** Returns the ending of a file's name, if it is one of PyTorch. */
    static Optional<String> ending(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst();
    }
}
