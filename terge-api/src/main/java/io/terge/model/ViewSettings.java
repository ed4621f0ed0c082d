package io.terge.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of settings by which a reference shows a model as a part of a merge: with the tokens of
 * all models, as a mixture of experts, or as one of its experts. terge adds them itself, so
 * messages leave them out.
 *
 * @since 0.1
 */
public final class ViewSettings {

    /** The number of experts of a mixture. */
    public static final String EXPERTS = "moe-experts";

    /** The number of its shared experts. */
    public static final String SHARED = "moe-shared";

    /** The number of experts that a token goes through. */
    public static final String ACTIVE = "moe-active";

    /** The architecture of a mixture. */
    public static final String ARCHITECTURE = "moe-architecture";

    /** Where the vectors of the gates come from. */
    public static final String GATES = "moe-gates";

    /** The seed of random gates. */
    public static final String SEED = "moe-seed";

    /** Which experts of a mixture a model becomes. */
    public static final String PLACES = "moe-expert";

    /** The base of that mixture, with its settings. */
    public static final String FRAME = "moe-frame";

    /** Which expert of a mixture is seen as a dense model; a user may write it. */
    public static final String DENSE = "expert";

    /** The settings of a base that is seen as a mixture. */
    public static final List<String> OF_MIXTURE =
            List.of(EXPERTS, SHARED, ACTIVE, ARCHITECTURE, GATES, SEED);

    /** The settings of a model that is seen as experts of a mixture. */
    public static final List<String> OF_EXPERT = List.of(PLACES, FRAME);

    private static final List<String> OWN =
            Stream.of(OF_MIXTURE, OF_EXPERT, MergedVocabulary.SETTINGS, Transplant.SETTINGS)
                    .flatMap(List::stream)
                    .toList();

    private ViewSettings() {}

    /**
     * The models that a reference reads: its own, and those that give a view its tokens or rows.
     *
     * @throws io.terge.error.TergeException with {@link io.terge.error.TergeCode#INVALID_SETTING}
     *     if its settings are malformed
     */
    public static List<ModelReference> models(ModelReference reference) {
        List<ModelReference> models = new ArrayList<>(List.of(reference));
        if (reference.hasAny(MergedVocabulary.SETTINGS)) {
            models.addAll(MergedVocabulary.of(reference).all());
        }
        if (reference.hasAny(Transplant.SETTINGS)) {
            models.add(Transplant.of(reference).donor());
        }
        return List.copyOf(models);
    }

    /** Describes a reference without these settings, for messages. */
    public static String shown(ModelReference reference) {
        return reference.without(OWN).describe();
    }
}
