package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A format of shards that is not safetensors: {@code NAME.foreign} holds {@code NAME} alone. */
final class ForeignShards implements ModelAdapter {

    static final Footprint FOOTPRINT = Footprint.of(7, 3, 1);

    /** What was closed, in order. */
    final List<String> closed = new ArrayList<>();

    @Override
    public String name() {
        return "foreign";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.path().filter(path -> path.toString().endsWith(".foreign")).isPresent()
                ? Claim.SPECIFIC
                : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) {
        String file = String.valueOf(reference.path().map(Path::getFileName).orElseThrow());
        return new Source(file.substring(0, file.indexOf('.')));
    }

    private final class Source implements ModelSource {

        private final ParameterSpec spec;

        Source(String name) {
            this.spec = ParameterSpec.of(name, DType.U8, Shape.of(1));
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of(spec);
        }

        @Override
        public Tensor tensor(String name) {
            return Tensor.stored(spec, MemorySegment.ofArray(new byte[] {42}));
        }

        @Override
        public Footprint footprint(ParameterSpec parameter) {
            return FOOTPRINT;
        }

        @Override
        public List<ParameterGroup> groups() {
            return List.of(ParameterGroup.of("a foreign thing", List.of(spec.name())));
        }

        @Override
        public List<Problem> warnings() {
            return List.of(Problem.of(TergeCode.NO_PARAMETERS_TO_MERGE, spec.name()));
        }

        @Override
        public void close() throws IOException {
            closed.add(spec.name());
            throw new IOException("cannot close " + spec.name());
        }
    }
}
