package io.terge.examples.npz;

import io.terge.files.ModelPath;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * One file as {@code np.savez} writes it: {@code weights.npz}. It keeps parameters and nothing
 * else: no texts, no companions, and of tied parameters only the one that the others are tied to.
 */
public final class NpzAdapter implements ModelAdapter {

    private static final String SUFFIX = ".npz";

    public NpzAdapter() {}

    @Override
    public String name() {
        return "npz";
    }

    @Override
    public String describe() {
        return "one file of NumPy arrays, not compressed: NAME.npz";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return claim(reference);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return NpzSource.open(ModelPath.ofModel(reference));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new NpzWriter());
    }

    /** The name decides, be it of a model or of a place for one. */
    static Claim claim(ModelReference reference) {
        return reference
                .path()
                .filter(path -> path.toString().endsWith(SUFFIX) && !Files.isDirectory(path))
                .map(path -> Claim.SPECIFIC)
                .orElse(Claim.NONE);
    }
}
