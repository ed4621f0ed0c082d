package io.terge.api;

import io.terge.model.ModelReference;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of a target that say which files it has beside its weights, as {@link
 * MergeRequestBuilder#copy} and {@link MergeRequestBuilder#withoutCard} do. Messages show a target
 * without them, as the request names it.
 *
 * @since 0.1
 */
public final class CompanionSettings {

    /** Which files of the base are copied although its format leaves them out. */
    public static final String COPY = "copy";

    /** Whether a model card is written. */
    public static final String CARD = "card";

    /** The chat template of the output; see {@link io.terge.model.ChatTemplateChoice}. */
    public static final String CHAT_TEMPLATE = "chat-template";

    /** The value of {@link #CARD} for none. */
    public static final String NO_CARD = "no";

    private CompanionSettings() {}

    /** Returns a target without these settings. */
    public static ModelReference without(ModelReference target) {
        return without(without(without(target, COPY), CARD), CHAT_TEMPLATE);
    }

    /** Describes a target without these settings, for messages. */
    public static String describe(ModelReference target) {
        return without(target).describe();
    }

    /** Returns a target without one setting. */
    public static ModelReference without(ModelReference target, String name) {
        SortedMap<String, String> others = new TreeMap<>(target.settings());
        others.remove(name);
        return target.withSettings(others);
    }
}
