package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.transplant.Combination;
import io.terge.hf.transplant.CombinationMethod;
import io.terge.hf.transplant.Dictionary;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.tensor.Footprint;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a donor, by which rows of tokens are computed that a model lacks: as combinations of
 * the rows of tokens that both have. They are computed batch by batch when they are first needed. A
 * thread that needs a batch on which another one is working computes the next one meanwhile.
 */
final class DonorRows {

    private static final int BATCH = CombinationMethod.BATCH;
    // Of objects and arrays that are kept for a row.
    private static final long OVERHEAD = 64;

    private final Matrix donor;
    private final List<Shared> shared;
    private final List<Missing> missing;
    private final CombinationMethod method;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Batches<Combination[]> batches;
    private final DonorDictionary dictionary;

    /**
     * A token that both models have.
     *
     * @param donor its row in the donor
     * @param own its row in the model
     */
    record Shared(String token, int donor, int own) {}

    /**
     * A token that the model lacks.
     *
     * @param donor its row in the donor
     * @param output its row in the output
     */
    record Missing(String token, int donor, int output) {}

    /**
     * An embedding or a head of the donor.
     *
     * @param model the donor, for messages
     * @param length how many elements a row has
     * @param rows how many rows there are
     */
    record Matrix(String model, Tensor tensor, int length, int rows, Footprint footprint) {

        void read(int row, String token, double[] into) throws IOException {
            tensor.read((long) row * length, into, 0, length);
            for (double each : into) {
                if (!Double.isFinite(each)) {
                    throw notFinite(token);
                }
            }
        }

        private TergeException zero() {
            return new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_ZERO,
                                    "All rows of shared tokens in %s of %s are zeros, so no row can be computed by them"
                                            .formatted(tensor.spec().name(), Quoted.of(model)))
                            .fix("use a donor whose weights are trained"));
        }

        private TergeException notFinite(String token) {
            return new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_NOT_FINITE,
                                    "The row of token %s in %s of %s has elements that are NaN or infinite"
                                            .formatted(
                                                    Quoted.of(token),
                                                    tensor.spec().name(),
                                                    Quoted.of(model)))
                            .fix("use another donor, or repair its weights"));
        }
    }

    DonorRows(Matrix donor, List<Shared> shared, List<Missing> missing, CombinationMethod method) {
        this.donor = donor;
        this.shared = List.copyOf(shared);
        this.missing = List.copyOf(missing);
        this.method = method;
        for (int place = 0; place < missing.size(); place++) {
            places.put(missing.get(place).output(), place);
        }
        this.dictionary = new DonorDictionary(donor, this.shared);
        this.batches =
                new Batches<>(
                        Math.ceilDiv(missing.size(), BATCH), this::compute, dictionary::forget);
    }

    /** What the row of a token is combined from, by its row in the output. */
    Combination combination(int output) throws IOException {
        int place = places.getOrDefault(output, -1);
        if (place < 0) {
            throw new IllegalArgumentException("Row " + output + " is not computed");
        }
        return batches.get(place / BATCH)[place % BATCH];
    }

    /** The row of the model that stands for a column. */
    int own(int column) {
        return shared.get(column).own();
    }

    private Combination[] compute(int batch) throws IOException {
        Dictionary columns = dictionary.get();
        if (columns.isZero()) {
            throw donor.zero();
        }
        int first = batch * BATCH;
        int count = Math.min(BATCH, missing.size() - first);
        double[][] rows = new double[count][donor.length()];
        for (int i = 0; i < count; i++) {
            Missing one = missing.get(first + i);
            donor.read(one.donor(), one.token(), rows[i]);
        }
        return method.combine(columns, rows);
    }

    /** How many bytes of the donor are read. */
    long bytesRead() {
        long row = donor.footprint().bytesRead() / Math.max(1, donor.rows());
        return missing.isEmpty() ? 0 : row * (shared.size() + missing.size());
    }

    /** How many bytes of heap are held: the rows of shared tokens, and the combinations. */
    long held() {
        if (missing.isEmpty()) {
            return 0;
        }
        long terms = Math.min(method.most(), shared.size());
        return donor.footprint().held()
                + Dictionary.bytes(shared.size(), donor.length())
                // Those of another parameter may be there, too.
                + 2L * missing.size() * (terms * (Integer.BYTES + Double.BYTES) + OVERHEAD);
    }

    /** How many bytes a thread needs while it computes a batch. */
    long perThread() {
        long rows = Math.min(BATCH, missing.size());
        return missing.isEmpty()
                ? 0
                : method.bytes(shared.size(), donor.length(), rows)
                        + rows * donor.length() * Double.BYTES;
    }
}
