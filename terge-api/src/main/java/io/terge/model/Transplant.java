package io.terge.model;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tokenizer of another model for a model, as settings of its reference: a reference with these
 * settings is a view of the model with the other's tokens.
 *
 * <p>The setting {@code transplant} is the model whose tokenizer it is, the donor; {@code
 * transplant-method} is {@code omp} (the default) or {@code nearest}; {@code transplant-k} is the
 * most rows that a new row is combined from (default 64 and 8); {@code transplant-multiple} is what
 * the number of rows is rounded up to. {@code transplant-rows} counts the rows by how they are
 * made, {@code transplant-digests} identifies the tokens of the model and the donor; both are
 * checked, and added to references in plans and lineages.
 *
 * @param donor the model whose tokenizer it is
 * @param method how rows of tokens are computed that the model lacks
 * @param most the most rows that one is combined from, from 1 to {@link #LIMIT}
 * @param multiple what the number of rows is rounded up to; if empty, the donor's padding is kept
 * @param rows how many rows are kept, computed and without a token, if that is known
 * @param digests digests of the tokens of the model and the donor; empty if they are not known
 * @since 0.1
 */
public record Transplant(
        ModelReference donor,
        Method method,
        int most,
        OptionalInt multiple,
        Optional<TransplantedRows> rows,
        List<String> digests) {

    /** The largest number of rows that one is combined from. */
    public static final int LIMIT = 1024;

    private static final String DONOR = "transplant";
    private static final String METHOD = "transplant-method";
    private static final String MOST = "transplant-k";
    private static final String MULTIPLE = "transplant-multiple";
    private static final String ROWS = "transplant-rows";
    private static final String DIGESTS = "transplant-digests";

    /** The names of the settings. */
    public static final List<String> SETTINGS =
            List.of(DONOR, METHOD, MOST, MULTIPLE, ROWS, DIGESTS);

    /** How the row of a token is computed that a model lacks. */
    public enum Method {
        /** Orthogonal matching pursuit. */
        OMP(64),
        /** The weighted mean of the nearest rows. */
        NEAREST(8);

        private final int most;

        Method(int most) {
            this.most = most;
        }

        /** The most rows that one is combined from, if nothing is said. */
        public int most() {
            return most;
        }

        /** The name that settings have. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All names, for messages. */
        public static String words() {
            return Arrays.stream(values()).map(Method::word).collect(Collectors.joining(" or "));
        }

        /** Finds a method by its name. */
        public static Optional<Method> named(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    /**
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if a number is out of range
     */
    public Transplant {
        digests = List.copyOf(digests);
        if (most < 1 || most > LIMIT) {
            throw invalid(MOST, Integer.toString(most), "a whole number from 1 to " + LIMIT);
        }
        if (multiple.isPresent() && !VocabularyChoice.isMultiple(multiple.getAsInt())) {
            throw invalid(
                    MULTIPLE,
                    Integer.toString(multiple.getAsInt()),
                    "a whole number from 1 to " + VocabularyChoice.MOST_ROWS);
        }
    }

    /** A transplant with the default number of rows, and the donor's padding. */
    public Transplant(ModelReference donor, Method method) {
        this(donor, method, method.most(), OptionalInt.empty(), Optional.empty(), List.of());
    }

    /** Returns this with another number of rows that one is combined from. */
    public Transplant withMost(int other) {
        return new Transplant(donor, method, other, multiple, rows, digests);
    }

    /** Returns this with a number of rows that is rounded up to a multiple. */
    public Transplant withMultiple(int of) {
        return new Transplant(donor, method, most, OptionalInt.of(of), rows, digests);
    }

    /** Returns this with what is known of it, and another reference to the same donor. */
    public Transplant resolved(
            ModelReference exactDonor, TransplantedRows knownRows, List<String> knownDigests) {
        return new Transplant(
                exactDonor, method, most, multiple, Optional.of(knownRows), knownDigests);
    }

    /**
     * Reads the settings of a reference.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if one is missing or malformed
     */
    public static Transplant of(ModelReference reference) {
        SortedMap<String, String> settings = reference.settings();
        String name = settings.getOrDefault(METHOD, Method.OMP.word());
        Method method = Method.named(name).orElseThrow(() -> invalid(METHOD, name, Method.words()));
        return new Transplant(
                donor(settings.getOrDefault(DONOR, "")),
                method,
                number(settings, MOST).orElse(method.most()),
                number(settings, MULTIPLE),
                Optional.ofNullable(settings.get(ROWS)).map(Transplant::rows),
                Optional.ofNullable(settings.get(DIGESTS))
                        .map(text -> List.of(text.split(",", -1)))
                        .orElse(List.of()));
    }

    private static ModelReference donor(String text) {
        try {
            if (!text.isEmpty()) {
                return ModelReference.at(text);
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid(DONOR, text, "a model");
        }
        throw invalid(DONOR, text, "the model whose tokenizer the output has");
    }

    private static OptionalInt number(SortedMap<String, String> settings, String name) {
        String text = settings.get(name);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw invalid(name, text, "a whole number");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static TransplantedRows rows(String text) {
        return TransplantedRows.parse(text)
                .orElseThrow(() -> invalid(ROWS, text, "such as " + TransplantedRows.EXAMPLE));
    }

    private static TergeException invalid(String name, String text, String expected) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Setting '%s' must be %s, but was '%s'"
                                        .formatted(name, expected, text))
                        .fix("correct the setting"));
    }

    /**
     * Returns the view of a model.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if the donor cannot be named in
     *     a setting, such as one in memory
     */
    public ModelReference on(ModelReference model) {
        if (donor instanceof ModelReference.InMemory) {
            throw invalid(DONOR, donor.describe(), "a model with a path");
        }
        SortedMap<String, String> settings = new TreeMap<>(model.settings());
        settings.put(DONOR, donor.describe());
        settings.put(METHOD, method.word());
        settings.put(MOST, Integer.toString(most));
        multiple.ifPresent(of -> settings.put(MULTIPLE, Integer.toString(of)));
        rows.map(Objects::toString).ifPresent(text -> settings.put(ROWS, text));
        if (!digests.isEmpty()) {
            settings.put(DIGESTS, String.join(",", digests));
        }
        return model.withSettings(settings);
    }
}
