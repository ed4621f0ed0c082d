package io.terge.files.tiny;

import io.terge.files.Companions;
import io.terge.files.output.FileLayout;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;

import java.io.IOException;
import java.nio.file.Path;

/** A directory with {@code model.tiny}. */
public final class TinyDirectoryAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "tiny-directory";
    }

    @Override
    public boolean recognizes(ModelReference reference) {
        return creates(reference);
    }

    @Override
    public ModelSource open(ModelReference reference) throws IOException {
        Path path = reference.path().orElseThrow();
        return TinySource.open(
                path.resolve(TinyDirectory.WEIGHTS),
                Companions.below(path, file -> file.name().equals(TinyDirectory.WEIGHTS)));
    }

    @Override
    public boolean creates(ModelReference target) {
        return target.path().filter(path -> !path.toString().endsWith(".tiny")).isPresent();
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        FileLayout layout = TinyFormat.layout(blueprint.parameters());
        return ModelOutput.directory(
                target(target),
                blueprint.overwrite(),
                content -> {
                    content.copy(blueprint.companions());
                    content.weights(TinyDirectory.WEIGHTS, layout);
                });
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) throws IOException {
        target(target).check(overwrite);
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.directory(target.path().orElseThrow(), new TinyDirectory());
    }
}
