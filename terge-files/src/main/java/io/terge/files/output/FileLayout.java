package io.terge.files.output;

import io.terge.files.Quoted;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layout of a weight file: the bytes before the weights, and the position of each parameter.
 * There may be gaps between the parameters, for padding or for a {@link FileCompletion} to fill;
 * they contain zeros by default. Immutable.
 *
 * @since 0.1
 */
public final class FileLayout {

    private final byte[] head;
    private final Map<String, Span> parameters;

    private FileLayout(byte[] head, Map<String, Span> parameters) {
        this.head = head;
        this.parameters = parameters;
    }

    /**
     * Returns a layout.
     *
     * @param head the first bytes of the file
     * @param parameters the position of each parameter, by name
     * @throws IllegalArgumentException if a parameter overlaps the head or another parameter
     */
    public static FileLayout of(byte[] head, Map<String, Span> parameters) {
        FileLayout layout = new FileLayout(head.clone(), new LinkedHashMap<>(parameters));
        layout.checkOrder();
        return layout;
    }

    /** The first bytes of the file. */
    ByteBuffer head() {
        return ByteBuffer.wrap(head).asReadOnlyBuffer();
    }

    /** The position of each parameter. */
    Map<String, Span> parameters() {
        return parameters;
    }

    /** The size of all parameters. */
    long parameterBytes() {
        return parameters.values().stream().mapToLong(Span::size).sum();
    }

    /** The size of the file up to the end of the last parameter. */
    long size() {
        long size = head.length;
        for (Span span : parameters.values()) {
            size = Math.max(size, span.size() == 0 ? 0 : span.end());
        }
        return size;
    }

    private void checkOrder() {
        // What has no bytes lies over nothing, wherever it is.
        List<Map.Entry<String, Span>> sorted =
                parameters.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 0)
                        .sorted(Comparator.comparingLong(entry -> entry.getValue().start()))
                        .toList();
        long end = head.length;
        for (Map.Entry<String, Span> entry : sorted) {
            if (entry.getValue().start() < end) {
                throw new IllegalArgumentException(
                        "%s starts at %d, but the previous parameter ends at %d"
                                .formatted(
                                        Quoted.of(entry.getKey()), entry.getValue().start(), end));
            }
            end = entry.getValue().end();
        }
    }
}
