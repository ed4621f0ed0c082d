package io.terge.json;

import io.terge.api.MergePlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes plans as JSON. The document is complete, so that the plan read equals the plan
 * written, and stable, so that equal plans have the same bytes. Documents of any size are streamed.
 *
 * <pre>{@code
 * {
 *   "format": "terge-plan",
 *   "version": 1,
 *   "terge": "0.1.0",
 *   "models": [
 *     {"index": 0, "reference": "a.safetensors", "adapter": "safetensors", "headerDigest": "5e88..."}
 *   ],
 *   "base": 0,
 *   "output": {"reference": "out", "adapter": "huggingface", "shards": 1, "overwrite": false},
 *   "recipe": {"format": "terge", "text": "models: ...", "changes": [], "portable": "models: ..."},
 *   "seed": 0,
 *   "memoryBytes": 12582912,
 *   "plugins": [...],
 *   "totals": {...},
 *   "omissions": [
 *     {"cause": "NOT_FLOATING", "effect": "COPIED", "count": 1, "examples": [{"name": "ids", "detail": "I64"}]}
 *   ],
 *   "warnings": [...],
 *   "parameters": [
 *     {
 *       "name": "head.weight",
 *       "dtype": "BF16",
 *       "shape": [768, 2],
 *       "bytes": 3072,
 *       "shard": 0,
 *       "decision": "merge",
 *       ...
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Paths are written as in the plan: a relative path stays relative. Paths of other file systems
 * are written as URIs; to read them, the file system must be open. Fields may be in any order.
 * {@code stages}, each with a {@code name}, a {@code plan} and maybe a {@code dtype}, are present
 * if models are outputs of stages. {@code totals} are informative and ignored when reading. Unknown
 * fields are rejected, because a plan that is only partly understood must not be run.
 *
 * @since 0.1
 */
public final class PlanJson {

    static final String FORMAT = "terge-plan";
    static final int VERSION = 1;

    private PlanJson() {}

    /**
     * Writes a plan to a file, replacing its contents.
     *
     * @throws TergeException with code {@code PLAN_NOT_SAVABLE} if it refers to a model in memory;
     *     the file is then unchanged
     * @throws IOException if it cannot be written
     */
    public static void write(MergePlan plan, Path file) throws IOException {
        References.requireSavable(plan);
        try (Writer out = Files.newBufferedWriter(file)) {
            write(plan, out);
        }
    }

    /**
     * Writes a plan, in ASCII, with a trailing line break. Does not close the writer.
     *
     * @throws TergeException with code {@code PLAN_NOT_SAVABLE} if it refers to a model in memory;
     *     nothing is then written
     * @throws IOException if it cannot be written
     */
    public static void write(MergePlan plan, Writer out) throws IOException {
        References.requireSavable(plan);
        JsonOutput.write(out, json -> new PlanWriter(json).plan(plan));
    }

    /**
     * Reads a plan from a file.
     *
     * @throws TergeException with code {@code INVALID_PLAN} if it is not a plan of this version;
     *     the message says what was expected, and where
     * @throws IOException if it cannot be read
     */
    public static MergePlan read(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return read(in, file.toString());
        } catch (CharacterCodingException notText) {
            throw invalid(file.toString(), "it is not UTF-8 text", notText);
        }
    }

    /**
     * Reads a plan. Does not close the reader.
     *
     * @throws TergeException with code {@code INVALID_PLAN} if it is not a plan of this version;
     *     the message says what was expected, and where
     * @throws IOException if it cannot be read
     */
    public static MergePlan read(Reader in) throws IOException {
        return read(in, "The text");
    }

    private static MergePlan read(Reader in, String subject) throws IOException {
        try {
            return JsonInput.read(in, true, json -> new PlanReader(json).plan());
        } catch (JsonFault fault) {
            throw invalid(subject, fault.text(), fault);
        }
    }

    private static TergeException invalid(String subject, String what, Exception cause) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_PLAN,
                                "%s is not a plan that can be run: %s".formatted(subject, what))
                        .fix("plan again and save the plan"),
                cause);
    }
}
