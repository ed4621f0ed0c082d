package io.terge.files.tiny;

import io.terge.files.Companions;
import io.terge.files.ModelPath;
import io.terge.files.staging.InterruptedReplacement;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A directory with {@code model.tiny}. */
public final class TinyDirectoryAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "tiny-directory";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.path().filter(path -> !path.toString().endsWith(".tiny")).isPresent()
                ? Claim.GENERAL
                : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        Path path = ModelPath.ofModel(reference);
        InterruptedReplacement.repair(path);
        return TinySource.open(
                path.resolve(TinyDirectory.WEIGHTS),
                Companions.below(path, file -> file.name().equals(TinyDirectory.WEIGHTS)));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new TinyDirectoryWriter());
    }
}
