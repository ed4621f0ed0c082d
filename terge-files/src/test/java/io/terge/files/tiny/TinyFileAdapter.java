package io.terge.files.tiny;

import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One file: {@code NAME.tiny}. */
public final class TinyFileAdapter implements ModelAdapter {

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public boolean recognizes(ModelReference reference) {
        return creates(reference);
    }

    @Override
    public ModelSource open(ModelReference reference) throws IOException {
        return TinySource.open(reference.path().orElseThrow(), List.of());
    }

    @Override
    public boolean creates(ModelReference target) {
        return target.path().filter(path -> path.toString().endsWith(".tiny")).isPresent();
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        Path path = target.path().orElseThrow();
        return ModelOutput.file(
                OutputTarget.file(path),
                blueprint.overwrite(),
                TinyFormat.layout(blueprint.parameters()));
    }

    @Override
    public void checkTarget(ModelReference target, boolean overwrite) throws IOException {
        OutputTarget.file(target.path().orElseThrow()).check(overwrite);
    }
}
