package io.terge.hf.experts;

import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of the settings by which references ask for views of experts and mixtures. */
public final class ExpertSettings {

    /** The number of experts of a mixture. */
    public static final String EXPERTS = ViewSettings.EXPERTS;

    /** The number of its shared experts. */
    public static final String SHARED = ViewSettings.SHARED;

    /** The number of experts that a token goes through. */
    public static final String ACTIVE = ViewSettings.ACTIVE;

    /** The architecture of a mixture. */
    public static final String ARCHITECTURE = ViewSettings.ARCHITECTURE;

    /** Where the vectors of the gates come from. */
    public static final String GATES = ViewSettings.GATES;

    /** The seed of random gates. */
    public static final String SEED = ViewSettings.SEED;

    /** Which experts of a mixture a model becomes. */
    public static final String PLACE = ViewSettings.PLACES;

    /** The base of that mixture, with its settings. */
    public static final String FRAME = ViewSettings.FRAME;

    /** Which expert of a mixture is seen as a dense model. */
    public static final String DENSE = ViewSettings.DENSE;

    /** The settings of a base that is seen as a mixture. */
    public static final List<String> OF_MIXTURE =
            List.of(EXPERTS, SHARED, ACTIVE, ARCHITECTURE, GATES, SEED);

    /** The settings of a model that is seen as an expert. */
    public static final List<String> OF_EXPERT = List.of(PLACE, FRAME);

    /** All settings. */
    public static final List<String> ALL =
            Stream.of(OF_MIXTURE, OF_EXPERT, List.of(DENSE)).flatMap(List::stream).toList();

    private ExpertSettings() {}

    /** Whether a reference asks for a view of a model, not for the model itself. */
    public static boolean isIn(ModelReference reference) {
        return hasAny(reference, ALL);
    }

    /** Whether a reference has one of several settings. */
    public static boolean hasAny(ModelReference reference, Collection<String> names) {
        return names.stream().anyMatch(reference.settings()::containsKey);
    }

    /** Returns a reference without some settings. */
    public static ModelReference without(ModelReference reference, Collection<String> names) {
        SortedMap<String, String> others = new TreeMap<>(reference.settings());
        names.forEach(others::remove);
        return reference.withSettings(others);
    }
}
