package io.terge.pytorch;

import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tensor as PyTorch sees it.
 *
 * @param spec its name, type and shape
 * @param hex its elements in row-major order
 */
record Expected(ParameterSpec spec, String hex) {

    /** Parses a line of make_checkpoints.py. */
    static Expected parse(String line) {
        String[] parts = line.split("\t", 4);
        long[] dimensions =
                Stream.of(parts[1].split("x"))
                        .filter(size -> !size.isEmpty())
                        .mapToLong(Long::parseLong)
                        .toArray();
        String name = parts[3].translateEscapes();
        long size = parts[2].length() / 2;
        return new Expected(
                new ParameterSpec(name, DType.named(parts[0]), Shape.of(dimensions), size),
                parts[2]);
    }

    /** The same tensor with the lowest bit of each byte changed. */
    Expected changed() {
        byte[] bytes = HexFormat.of().parseHex(hex);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
        }
        return new Expected(spec, HexFormat.of().formatHex(bytes));
    }

    /** Reads all tensors of a model. */
    static List<Expected> allOf(ModelSource source) throws IOException {
        List<Expected> all = new ArrayList<>();
        for (ParameterSpec spec : source.parameters()) {
            StoredBytes stored = source.tensor(spec.name()).bytes().orElseThrow();
            byte[] bytes = new byte[Math.toIntExact(stored.size())];
            stored.read(0, MemorySegment.ofArray(bytes));
            all.add(new Expected(spec, HexFormat.of().formatHex(bytes)));
        }
        return all;
    }
}
