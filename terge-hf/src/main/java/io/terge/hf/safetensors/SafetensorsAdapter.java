package io.terge.hf.safetensors;

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
 * Reads and writes single safetensors files, such as {@code weights.safetensors}.
 *
 * <p>Opening a file reads only its header, whatever its size; weights are read on demand.
 * Parameters of unknown types are copied unchanged. Tensors with several names, as written by
 * {@code safetensors.torch.save_model}, are ties.
 *
 * <p>If the target is a symbolic link, the link is replaced, and the file it points to is
 * unchanged.
 */
public final class SafetensorsAdapter implements ModelAdapter {

    public SafetensorsAdapter() {}

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public String describe() {
        return "a safetensors file: NAME.safetensors";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference
                .path()
                .filter(path -> SafetensorsName.isOf(path) && !Files.isDirectory(path))
                .map(file -> Claim.SPECIFIC)
                .orElse(Claim.NONE);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return SafetensorsSource.open(ModelPath.ofModel(reference), context.isNested());
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new SafetensorsWriter());
    }
}
