package io.terge.hf.safetensors;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.json.JsonReader;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a header's JSON. Each parameter is checked by itself; {@link OffsetCheck} does the rest.
 */
final class HeaderReader {

    private final Path file;
    private final JsonReader json;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<StoredParameter> parameters = new ArrayList<>();
    // Many parameters have one of few shapes.
    private final Map<Shape, Shape> shapes = new HashMap<>();

    private HeaderReader(Path file, JsonReader json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads a header.
     *
     * @param file the file, for messages
     * @param header the bytes between the length and the weights
     */
    static SafetensorsHeader read(Path file, MemorySegment header) {
        String subject = "The header of " + Quoted.of(file);
        try (JsonReader json =
                new JsonReader(
                        header,
                        subject,
                        SafetensorsCode.HEADER_INVALID,
                        TergeCode.DUPLICATE_NAME)) {
            HeaderReader reader = new HeaderReader(file, json);
            json.object("it", reader::readField);
            json.end();
            return new SafetensorsHeader(reader.metadata, reader.parameters);
        }
    }

    private void readField(String name) {
        if (name.equals(SafetensorsHeader.METADATA)) {
            readMetadata(name);
        } else {
            parameters.add(readParameter(name));
        }
    }

    private void readMetadata(String name) {
        if (!json.skipNull()) {
            json.object(
                    name, key -> metadata.put(key, json.string("the value of " + Quoted.of(key))));
        }
    }

    private StoredParameter readParameter(String name) {
        Part what = new Part("the entry", name);
        Entry entry = new Entry();
        Set<String> found = json.object(what, field -> readEntry(entry, name, field));
        for (String needed : List.of("dtype", "shape", "data_offsets")) {
            if (!found.contains(needed)) {
                throw json.malformed(what + " lacks " + needed);
            }
        }
        return checked(name, entry);
    }

    private void readEntry(Entry entry, String name, String field) {
        Part what = new Part(field, name);
        switch (field) {
            case "dtype" -> entry.dtype = json.string(what);
            case "shape" -> entry.shape = json.integers(what, TergeCode.SHAPE_INVALID);
            case "data_offsets" ->
                    entry.offsets = json.integers(what, SafetensorsCode.OFFSETS_INVALID);
            // The reference reader passes over what a later version of the format may add.
            default -> json.skip();
        }
        if (entry.dtype.isEmpty()) {
            throw json.malformed(what + " is empty");
        }
    }

    private StoredParameter checked(String name, Entry entry) {
        if (entry.offsets.length != 2) {
            throw json.malformed("data_offsets of " + Quoted.of(name) + " are not two numbers");
        }
        long start = entry.offsets[0];
        long end = entry.offsets[1];
        if (start < 0 || start > end) {
            throw wrong(
                    SafetensorsCode.OFFSETS_INVALID,
                    name,
                    "its offsets are reversed: from %d to %d".formatted(start, end));
        }
        DType dtype = DType.named(entry.dtype);
        Shape shape = shape(name, entry.shape);
        if (dtype.hasKnownSize()) {
            checkSize(name, dtype, shape, end - start);
        }
        return new StoredParameter(new ParameterSpec(name, dtype, shape, end - start), start);
    }

    private Shape shape(String name, long[] dimensions) {
        try {
            return shapes.computeIfAbsent(Shape.of(dimensions), shape -> shape);
        } catch (IllegalArgumentException unfit) {
            throw new TergeException(
                    problem(TergeCode.SHAPE_INVALID, name, String.valueOf(unfit.getMessage())),
                    unfit);
        }
    }

    private void checkSize(String name, DType dtype, Shape shape, long bytes) {
        long bits;
        try {
            bits = Math.multiplyExact(shape.elements(), (long) dtype.bits());
        } catch (ArithmeticException overflow) {
            String message = "the size of %s %s exceeds 64 bits".formatted(dtype, shape);
            throw new TergeException(problem(TergeCode.SHAPE_INVALID, name, message), overflow);
        }
        if (bits % Byte.SIZE != 0) {
            String message = "%s %s does not fill whole bytes".formatted(dtype, shape);
            throw wrong(SafetensorsCode.OFFSETS_INVALID, name, message);
        }
        if (bits / Byte.SIZE != bytes) {
            String message =
                    "%s %s takes %d bytes, but its offsets are %d bytes apart"
                            .formatted(dtype, shape, bits / Byte.SIZE, bytes);
            throw wrong(SafetensorsCode.OFFSETS_INVALID, name, message);
        }
    }

    private TergeException wrong(ErrorCode code, String name, String message) {
        return new TergeException(problem(code, name, message));
    }

    private Problem problem(ErrorCode code, String name, String message) {
        return Problem.of(code, "%s: %s: %s".formatted(Quoted.of(file), Quoted.of(name), message));
    }

    /** What messages call a part of the header. Most are never shown, so the text is made late. */
    private record Part(String part, String of) {
        @Override
        public String toString() {
            return Quoted.text(part) + " of " + Quoted.of(of);
        }
    }

    /** The fields of one entry while they are read. */
    private static final class Entry {
        private String dtype = "?";
        private long[] shape = {};
        private long[] offsets = {};
    }
}
