package io.terge.examples.fuzz;

import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Reads all that a model has; of large parameters, the start and the end.
 *
 * @param source the model
 */
record SourceReading(ModelSource source) {

    private static final int MOST_BYTES = 1 << 14;
    private static final int MOST_ELEMENTS = 1 << 11;
    private static final int MOST_PARAMETERS = 500;

    void run() throws IOException {
        for (ParameterSpec spec : source.parameters().stream().limit(MOST_PARAMETERS).toList()) {
            source.footprint(spec);
            Tensor tensor = source.tensor(spec.name());
            Optional<StoredBytes> bytes = tensor.bytes();
            if (bytes.isPresent()) {
                readBytes(bytes.get(), spec.byteSize());
            }
            if (spec.dtype().isFloating()) {
                readNumbers(tensor, spec.elements());
            }
        }
        source.ties();
        source.groups();
        source.metadata();
        source.resolved();
        source.details();
        source.warnings();
        for (Companion companion : source.companions()) {
            try (InputStream in = companion.open()) {
                in.readNBytes(MOST_BYTES);
            }
        }
    }

    private static void readBytes(StoredBytes bytes, long size) throws IOException {
        MemorySegment into = MemorySegment.ofArray(new byte[(int) Math.min(size, MOST_BYTES)]);
        bytes.read(0, into);
        bytes.read(size - into.byteSize(), into);
    }

    private static void readNumbers(Tensor tensor, long elements) throws IOException {
        double[] into = new double[(int) Math.min(elements, MOST_ELEMENTS)];
        tensor.read(0, into, 0, into.length);
        tensor.read(elements - into.length, into, 0, into.length);
    }
}
