package io.terge.hf.safetensors;

import static java.util.Objects.requireNonNull;

import io.terge.files.output.FileCompletion;
import io.terge.files.output.FileLayout;
import io.terge.files.output.Span;
import io.terge.tensor.ParameterSpec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file before its first weight: every byte of the header, and where each parameter goes.
 *
 * <p>Parameters are ordered by the size of their elements, the largest first, then by name. As the
 * header is padded to eight bytes, every element is aligned to its own size.
 */
public final class SafetensorsLayout {

    private static final int ALIGNMENT = 8;
    private static final Comparator<ParameterSpec> ORDER =
            Comparator.comparingInt((ParameterSpec spec) -> spec.dtype().bits())
                    .reversed()
                    .thenComparing(ParameterSpec::name);

    private final byte[] head;
    private final Map<String, StoredParameter> parameters;
    private final Map<String, String> copies;
    private final long weightBytes;

    private SafetensorsLayout(
            byte[] head,
            Map<String, StoredParameter> parameters,
            Map<String, String> copies,
            long weightBytes) {
        this.head = head;
        this.parameters = parameters;
        this.copies = copies;
        this.weightBytes = weightBytes;
    }

    /**
     * Returns the layout of a file: the same for the same arguments.
     *
     * @param specs the parameters
     * @param metadata the texts
     * @param copies further names of parameters, under which they are stored again
     */
    static SafetensorsLayout of(
            List<ParameterSpec> specs, Map<String, String> metadata, Map<String, String> copies) {
        List<ParameterSpec> all = all(specs, copies);
        Map<String, StoredParameter> parameters = LinkedHashMap.newLinkedHashMap(all.size());
        long end = 0;
        for (ParameterSpec spec : all) {
            parameters.put(spec.name(), new StoredParameter(spec, end));
            end = Math.addExact(end, spec.byteSize());
        }
        byte[] json = json(new ArrayList<>(parameters.values()), new TreeMap<>(metadata));
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] head = new byte[Math.toIntExact(HeaderLength.BYTES) + padded];
        Arrays.fill(head, (byte) ' ');
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(json);
        return new SafetensorsLayout(head, parameters, copies, end);
    }

    private static List<ParameterSpec> all(List<ParameterSpec> specs, Map<String, String> copies) {
        List<ParameterSpec> all = new ArrayList<>(specs);
        if (!copies.isEmpty()) {
            Map<String, ParameterSpec> byName = new HashMap<>();
            specs.forEach(spec -> byName.put(spec.name(), spec));
            copies.forEach((name, other) -> all.add(requireNonNull(byName.get(other)).named(name)));
        }
        all.sort(ORDER);
        return all;
    }

    /**
     * The whole file: length and header in front, and the parameters at their positions, but for
     * what the {@link #completion} copies.
     */
    public FileLayout file() {
        Map<String, Span> spans = LinkedHashMap.newLinkedHashMap(parameters.size());
        parameters.forEach(
                (name, stored) -> {
                    if (!copies.containsKey(name)) {
                        spans.put(name, span(stored));
                    }
                });
        return FileLayout.of(head, spans);
    }

    /** Stores parameters again under their further names. */
    public FileCompletion completion() {
        Map<Span, Span> spans = new LinkedHashMap<>();
        copies.forEach(
                (name, other) -> {
                    StoredParameter copy = requireNonNull(parameters.get(name));
                    if (copy.spec().byteSize() > 0) {
                        spans.put(span(copy), span(requireNonNull(parameters.get(other))));
                    }
                });
        return new TieCopies(spans)::complete;
    }

    private Span span(StoredParameter stored) {
        return new Span(position(stored), stored.spec().byteSize());
    }

    /** The size of the header alone. */
    long headerBytes() {
        return head.length - HeaderLength.BYTES;
    }

    /** The parameters in the order of the file, by name. */
    Map<String, StoredParameter> parameters() {
        return parameters;
    }

    /** The names of the parameters in the order of the file. */
    public Set<String> names() {
        return parameters.keySet();
    }

    /** Where a parameter's first byte is in the file. */
    long position(StoredParameter parameter) {
        return head.length + parameter.start();
    }

    /** The size of all weights. */
    public long weightBytes() {
        return weightBytes;
    }

    private static byte[] json(List<StoredParameter> parameters, Map<String, String> metadata) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectPropertyStart(SafetensorsHeader.METADATA);
                metadata.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            parameters.forEach(parameter -> write(json, parameter));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, StoredParameter parameter) {
        ParameterSpec spec = parameter.spec();
        json.writeObjectPropertyStart(spec.name());
        json.writeStringProperty("dtype", spec.dtype().name());
        json.writeName("shape");
        long[] dimensions = new long[spec.shape().rank()];
        for (int axis = 0; axis < dimensions.length; axis++) {
            dimensions[axis] = spec.shape().dimension(axis);
        }
        json.writeArray(dimensions, 0, dimensions.length);
        json.writeName("data_offsets");
        json.writeArray(new long[] {parameter.start(), parameter.end()}, 0, 2);
        json.writeEndObject();
    }
}
