package io.terge.files.output;

import io.terge.files.Quoted;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file before its first weight: the bytes in front, and where each parameter goes. Between the
 * parameters there may be gaps, for padding or for what a {@link FileCompletion} writes; they are
 * zeros until then.
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
     * @param parameters the place of each parameter, by its name
     * @throws IllegalArgumentException if a parameter lies over the head or over another
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

    /** The place of each parameter. */
    Map<String, Span> parameters() {
        return parameters;
    }

    /** The size of all parameters. */
    long parameterBytes() {
        return parameters.values().stream().mapToLong(Span::size).sum();
    }

    /** The size of the file, but for what follows the last parameter. */
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
