package io.terge.json;

import io.terge.api.Lineage;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes lineages as JSON. The format is stable, and sorted by parameter.
 *
 * <pre>{@code
 * {
 *   "terge": "0.1.0",
 *   "models": [
 *     {"index": 0, "reference": "a.safetensors", "adapter": "safetensors", "headerDigest": "5e88..."}
 *   ],
 *   "base": {"index": 0, "reference": "a.safetensors", "adapter": "safetensors", "headerDigest": "5e88..."},
 *   "recipe": {"format": "terge", "text": "models: ...", "changes": ["--set seed=7"], "portable": "models: ..."},
 *   "seed": 0,
 *   "plugins": [
 *     {"kind": "METHOD", "name": "arithmetic", "implementation": "...", "version": "0.1.0", "origin": "..."}
 *   ],
 *   "parameters": {
 *     "head.weight": {
 *       "dtype": "BF16",
 *       "method": "arithmetic",
 *       "contributions": [
 *         {"model": 0, "weight": 0.75, "coefficient": 0.75},
 *         {"model": 1, "weight": 0.25, "coefficient": 0.25}
 *       ]
 *     }
 *   },
 *   "copied": {
 *     "position_ids": {"reason": "NOT_FLOATING", "model": 0, "dtype": "I64"}
 *   },
 *   "omissions": [
 *     {"cause": "NOT_FLOATING", "effect": "COPIED", "count": 1, "examples": [{"name": "position_ids", "detail": "I64"}]}
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code recipe} is there if it is known what the merge was made from. The base has no {@code
 * index} if it is not one of the models. {@code surveys} are present if a method surveyed the whole
 * model, {@code tied} if a parameter is another one under a second name, and {@code stages} (each a
 * {@code name} and a {@code lineage}) if models are outputs of stages. A copied parameter has a
 * {@code name} if the model stores it under another, and no {@code model} if it is copied from such
 * a base. A parameter's {@code options}, {@code baseCoefficient} and {@code notes}, and a
 * contribution's {@code coefficient} and {@code options}, only if there are any. Weights are
 * normalised to a sum of 1 unless the method's weights are absolute. A coefficient that is not
 * finite is one of the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}. Later
 * versions may add fields; unknown fields are ignored when reading, and all fields except {@code
 * terge}, {@code base}, {@code reference}, {@code adapter}, {@code method}, {@code model} and
 * {@code weight} may be missing.
 *
 * @since 0.1
 */
public final class LineageJson {

    private LineageJson() {}

    /** Writes a lineage to a file, replacing its contents. */
    public static void write(Lineage lineage, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(lineage, out);
        }
    }

    /** Writes a lineage, with a trailing line break. Does not close the writer. */
    public static void write(Lineage lineage, Writer out) throws IOException {
        JsonOutput.write(out, json -> new LineageWriter(json).lineage(lineage));
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
     * Reads a lineage. Does not close the reader.
     *
     * @throws IOException if it cannot be read, or is not a lineage; the message says where
     */
    public static Lineage read(Reader in) throws IOException {
        try {
            return JsonInput.read(in, false, json -> new LineageReader(json).lineage());
        } catch (JsonFault fault) {
            throw new IOException("Not a lineage: " + fault.text(), fault);
        }
    }
}
