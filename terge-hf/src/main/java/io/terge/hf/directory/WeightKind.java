package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of weights in a model directory, and how their files are named. */
enum WeightKind {
    SAFETENSORS("safetensors", "model", ".safetensors"),
    PYTORCH("pytorch", "pytorch_model", ".bin");

    /** The setting of a target that chooses one. */
    static final String SETTING = "weights";

    private static final String INDEX_SUFFIX = ".index.json";

    private final String label;
    private final String stem;
    private final String ending;

    WeightKind(String label, String stem, String ending) {
        this.label = label;
        this.stem = stem;
        this.ending = ending;
    }

    /**
     * Returns the kind that a target asks for.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if there is no such kind
     */
    static Optional<WeightKind> of(ModelReference target) {
        return Optional.ofNullable(target.settings().get(SETTING)).map(WeightKind::named);
    }

    private static WeightKind named(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> unknown(label));
    }

    private static TergeException unknown(String label) {
        String known =
                Arrays.stream(values())
                        .map(kind -> "'" + kind.label + "'")
                        .collect(Collectors.joining(" or "));
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Expected %s for the setting '%s' of the output, got %s"
                                        .formatted(known, SETTING, Quoted.of(label)))
                        .fix("omit it for the default, " + SAFETENSORS.label));
    }

    /** The name of the file that has all weights. */
    String single() {
        return stem + ending;
    }

    /** The name of one of several files; they are counted from 1. */
    String shard(int number, int count) {
        return count == 1 ? single() : "%s-%05d-of-%05d%s".formatted(stem, number, count, ending);
    }

    /** The name of the file that tells which parameter is in which shard. */
    String index() {
        return single() + INDEX_SUFFIX;
    }

    /** Whether a file of this name, which has all weights or is an index, is of this kind. */
    boolean isOf(String name) {
        return name.equals(single()) || name.equals(index());
    }
}
