package io.terge.files.tiny;

import io.terge.files.ModelPath;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One file: {@code NAME.tiny}. */
public final class TinyFileAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.path().filter(path -> path.toString().endsWith(".tiny")).isPresent()
                ? Claim.SPECIFIC
                : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return TinySource.open(ModelPath.ofModel(reference), List.of());
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new TinyFileWriter());
    }
}
