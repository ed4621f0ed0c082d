package io.terge.djl.memory;

import io.terge.error.Problem;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.List;
import java.util.Map;

/** A block that is open for reading. Its memory is the caller's and stays. */
record DjlSource(LiveBlock block, Map<String, String> ties) implements ModelSource {

    static DjlSource of(LiveBlock block) {
        return new DjlSource(block, block.ties());
    }

    @Override
    public List<ParameterSpec> parameters() {
        return block.arrays().values().stream().map(LiveArray::spec).toList();
    }

    @Override
    public Tensor tensor(String name) {
        LiveArray array = block.arrays().get(name);
        if (array == null) {
            throw new IllegalArgumentException("No parameter '" + name + "'");
        }
        return array.tensor();
    }

    @Override
    public List<Problem> warnings() {
        return block.isSymbolic()
                ? List.of(
                        Problem.of(
                                        DjlCode.DJL_BUFFERS_NOT_VISIBLE,
                                        "DJL exposes the parameters of %s, but not its buffers, such"
                                                        .formatted(block.label())
                                                + " as the statistics of batch normalisation:"
                                                + " buffers are neither read nor written")
                                .fix("merge the model's file instead, if it has buffers"))
                : List.of();
    }

    @Override
    public void close() {
        // Nothing is opened.
    }
}
