package io.terge.examples.npz;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.ModelPath;
import io.terge.files.output.OutputFile;
import io.terge.files.output.Span;
import io.terge.files.zip.ZipLayout;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A mutant of the adapter, which writes where the model is to be. */
final class StraightNpzAdapter implements ModelAdapter {

    private final NpzAdapter adapter = new NpzAdapter();

    @Override
    public String name() {
        return "straight";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return adapter.claims(reference);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return adapter.open(reference, context);
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new Writer());
    }

    private static final class Writer implements ModelWriter {

        private final NpzWriter writer = new NpzWriter();

        @Override
        public Claim claims(ModelReference target) {
            return writer.claims(target);
        }

        @Override
        public void check(ModelReference target, boolean overwrite) throws IOException {
            writer.check(target, overwrite);
        }

        @Override
        public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
                throws IOException {
            return writer.shards(target, blueprint);
        }

        @Override
        public ModelSink create(ModelReference target, ModelBlueprint blueprint)
                throws IOException {
            Path path = ModelPath.ofTarget(target);
            if (!blueprint.overwrite() && Files.exists(path)) {
                throw new TergeException(
                        Problem.of(TergeCode.OUTPUT_EXISTS, path + " already exists"));
            }
            Files.deleteIfExists(path);
            return new Sink(NpzLayout.of(blueprint.parameters()), OutputFile.create(path));
        }
    }

    private record Sink(ZipLayout layout, OutputFile file) implements ModelSink {

        @Override
        public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
            Span place = requireNonNull(layout.parameters().get(parameter));
            Objects.checkFromIndexSize(offset, bytes.byteSize(), place.size());
            file.write(place.start() + offset, bytes);
        }

        @Override
        public void commit() throws IOException {
            layout.complete(file);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
