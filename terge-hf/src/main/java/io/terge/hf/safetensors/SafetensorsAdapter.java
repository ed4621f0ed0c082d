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
 * One safetensors file: {@code weights.safetensors}.
 *
 * <p>Opening reads the header only, whatever the file's size; weights are read where they are asked
 * for. A parameter of a type that this version does not know is carried through untouched. Tensors
 * that several names share are ties, in the way of {@code safetensors.torch.save_model}.
 *
 * <p>Where the target is a symbolic link, the link is replaced; what it points at stays.
 */
public final class SafetensorsAdapter implements ModelAdapter {

    public SafetensorsAdapter() {}

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public String describe() {
        return "one file of safetensors: NAME.safetensors";
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
        return SafetensorsSource.open(ModelPath.ofModel(reference));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new SafetensorsWriter());
    }
}
