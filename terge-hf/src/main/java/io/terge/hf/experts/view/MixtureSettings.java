package io.terge.hf.experts.view;

import static io.terge.model.ViewSettings.ACTIVE;
import static io.terge.model.ViewSettings.ARCHITECTURE;
import static io.terge.model.ViewSettings.EXPERTS;
import static io.terge.model.ViewSettings.GATES;
import static io.terge.model.ViewSettings.SEED;
import static io.terge.model.ViewSettings.SHARED;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.experts.Architecture;
import io.terge.model.ModelReference;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What mixture a base is seen as, as it is written in the settings of a reference to it.
 *
 * @param experts how many experts there are
 * @param shared how many shared experts there are in addition
 * @param active how many experts a token goes through
 * @param architecture the architecture; empty for the one that suits the base
 * @param gates {@code random}, {@code uniform_random}, or the model that the vectors of the gates
 *     are in
 * @param seed what random gates depend on
 */
record MixtureSettings(
        int experts,
        int shared,
        int active,
        Optional<Architecture> architecture,
        String gates,
        long seed) {

    static final String RANDOM = "random";
    static final String UNIFORM = "uniform_random";

    /**
     * Reads the settings of a reference.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if one is malformed
     */
    static MixtureSettings of(ModelReference reference) {
        SortedMap<String, String> texts = reference.settings();
        return new MixtureSettings(
                number(EXPERTS, texts.getOrDefault(EXPERTS, "")),
                number(SHARED, texts.getOrDefault(SHARED, "0")),
                number(ACTIVE, texts.getOrDefault(ACTIVE, "2")),
                Optional.ofNullable(texts.get(ARCHITECTURE)).map(MixtureSettings::architecture),
                texts.getOrDefault(GATES, RANDOM),
                seed(texts.getOrDefault(SEED, "0")));
    }

    private static Architecture architecture(String text) {
        return Architecture.named(text)
                .orElseThrow(() -> invalid(ARCHITECTURE, text, "one of " + Architecture.words()));
    }

    static int number(String name, String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw invalid(name, text, "a number from 0 to 999999");
        }
        return Integer.parseInt(text);
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw invalid(SEED, text, "a whole number of at most 64 bits");
        }
    }

    static TergeException invalid(String name, String text, String expected) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Setting '%s' must be %s, but was %s"
                                        .formatted(name, expected, Quoted.of(text)))
                        .fix("correct the setting"));
    }

    /** Returns a base as this mixture. */
    ModelReference on(ModelReference base) {
        ModelReference seen =
                base.with(EXPERTS, Integer.toString(experts))
                        .with(SHARED, Integer.toString(shared))
                        .with(ACTIVE, Integer.toString(active))
                        .with(GATES, gates)
                        .with(SEED, Long.toString(seed));
        return architecture.map(one -> seen.with(ARCHITECTURE, one.word())).orElse(seen);
    }
}
