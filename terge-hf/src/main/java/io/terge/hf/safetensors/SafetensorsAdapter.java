package io.terge.hf.safetensors;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One safetensors file: {@code weights.safetensors}.
 *
 * <p>Opening reads the header only, whatever the file's size; weights are read where they are asked
 * for. A parameter of a type that this version does not know is carried through untouched.
 *
 * <p>Where the target is a symbolic link, the link is replaced; what it points at stays.
 */
public final class SafetensorsAdapter implements ModelAdapter {

    /** Makes the adapter. */
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
    public boolean recognizes(ModelReference reference) {
        return reference
                .path()
                .filter(path -> SafetensorsName.isOf(path) && !Files.isDirectory(path))
                .isPresent();
    }

    @Override
    public ModelSource open(ModelReference reference) throws IOException {
        Path file = reference.path().orElseThrow();
        return SafetensorsSource.open(List.of(file), files -> {}, List.of());
    }

    @Override
    public boolean creates(ModelReference target) {
        return target.path().filter(SafetensorsName::isOf).isPresent();
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        Path path = target.path().orElseThrow();
        if (blueprint.shardSize().isPresent()) {
            throw unsplittable(path);
        }
        SafetensorsLayout layout =
                SafetensorsLayout.checked(path, blueprint.parameters(), blueprint.metadata());
        return ModelOutput.file(OutputTarget.file(path), blueprint.overwrite(), layout.file());
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) throws IOException {
        OutputTarget.file(target.path().orElseThrow()).check(overwrite);
    }

    private static TergeException unsplittable(Path path) {
        return new TergeException(
                Problem.of(
                                ErrorCode.OUTPUT_NOT_SUPPORTED,
                                Quoted.of(path) + " is one file: it cannot be split in shards")
                        .fix(
                                "leave the shard size out, or choose an output that does not end in"
                                        + " "
                                        + SafetensorsName.SUFFIX));
    }
}
