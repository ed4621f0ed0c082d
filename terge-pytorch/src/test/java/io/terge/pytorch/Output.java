package io.terge.pytorch;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A model that is written.
 *
 * @param tensors its tensors; those that are tied to others are not written
 * @param blueprint how it is written
 */
record Output(List<Expected> tensors, ModelBlueprint blueprint) {

    /** An output without ties and donor. */
    static Output of(List<Expected> tensors) {
        return of(tensors, Map.of());
    }

    static Output of(List<Expected> tensors, Map<String, String> ties) {
        List<Expected> written =
                tensors.stream().filter(one -> !ties.containsKey(one.spec().name())).toList();
        return new Output(
                written,
                ModelBlueprint.of(written.stream().map(Expected::spec).toList()).withTies(ties));
    }

    /** The same output with a donor, which has no companions. */
    Output like(Path donor) {
        return new Output(
                tensors,
                blueprint.withCompanions(ModelReference.at(donor), List.of(), ModelChanges.none()));
    }

    /** The same output, which may replace an existing file. */
    Output overwriting() {
        return new Output(tensors, blueprint.withOverwriting(true));
    }

    Path to(Path target) throws IOException {
        try (ModelSink sink = start(target)) {
            write(sink);
            sink.commit();
        }
        return target;
    }

    ModelSink start(Path target) throws IOException {
        return new PyTorchWriter().create(ModelReference.at(target), blueprint);
    }

    void write(ModelSink sink) throws IOException {
        for (Expected tensor : tensors) {
            byte[] bytes = HexFormat.of().parseHex(tensor.hex());
            sink.write(tensor.spec().name(), 0, MemorySegment.ofArray(bytes));
        }
    }
}
