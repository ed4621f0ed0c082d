package io.terge.examples.npz;

import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** A mutant of the adapter, which saves its callers their scratch. */
final class SharedScratchNpzAdapter implements ModelAdapter {

    private final NpzAdapter adapter = new NpzAdapter();

    @Override
    public String name() {
        return "shared-scratch";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return adapter.claims(reference);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return new Source(adapter.open(reference, context));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return adapter.writer();
    }

    private static final class Source implements ModelSource {

        private final ModelSource source;
        private final MemorySegment scratch = Arena.ofAuto().allocate(1 << 20, 64);

        Source(ModelSource source) {
            this.source = source;
        }

        @Override
        public List<ParameterSpec> parameters() {
            return source.parameters();
        }

        @Override
        public Tensor tensor(String name) {
            return new View(source.tensor(name), scratch);
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private record View(Tensor tensor, MemorySegment shared) implements Tensor {

        @Override
        public ParameterSpec spec() {
            return tensor.spec();
        }

        @Override
        public Part load(long start, int count, Scratch scratch) throws IOException {
            return tensor.load(start, count, bytes -> shared.asSlice(0, bytes));
        }

        @Override
        public Optional<StoredBytes> bytes() {
            return tensor.bytes();
        }
    }
}
