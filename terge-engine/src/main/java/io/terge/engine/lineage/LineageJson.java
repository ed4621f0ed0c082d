package io.terge.engine.lineage;

import io.terge.api.Lineage;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JSON form of a lineage: stable, and sorted by parameter.
 *
 * <pre>{@code
 * {
 *   "terge": "0.1.0",
 *   "models": [{"index": 0, "reference": "a.safetensors", "adapter": "safetensors"}],
 *   "base": {"index": 0, "reference": "a.safetensors", "adapter": "safetensors"},
 *   "parameters": {
 *     "head.weight": {
 *       "method": "arithmetic",
 *       "contributions": [{"model": 0, "weight": 0.75}, {"model": 1, "weight": 0.25}]
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The base has no {@code index} where it is not one of the models; a parameter has {@code
 * options} where its method has any. Weights are shares of 1. Later versions may add fields, and
 * reading passes over fields that it does not know.
 *
 * @since 0.1
 */
public final class LineageJson {

    private LineageJson() {}

    /** Writes a lineage to a file, in place of what is there. */
    public static void write(Lineage lineage, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(lineage, out);
        }
    }

    /** Writes a lineage, with a line break at the end. The writer is not closed. */
    public static void write(Lineage lineage, Writer out) throws IOException {
        LineageJsonWriter.write(lineage, out);
    }

    /**
     * Reads a lineage from a file.
     *
     * @throws IOException if it cannot be read, or is not a lineage; the message says where
     */
    public static Lineage read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return read(in);
        }
    }

    /**
     * Reads a lineage. The reader is not closed.
     *
     * @throws IOException if it cannot be read, or is not a lineage; the message says where
     */
    public static Lineage read(Reader in) throws IOException {
        return LineageJsonReader.read(in);
    }
}
