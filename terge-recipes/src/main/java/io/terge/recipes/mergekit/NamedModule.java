package io.terge.recipes.mergekit;

import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.error.Suggestions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module of an architecture, such as the text decoder of a model that also sees. Its parameters
 * are told by their names: most modules are a part of all of them.
 *
 * @param name the name that mergekit gives it
 * @param regex found in the names of its parameters
 */
record NamedModule(String name, String regex) {

    private static final String REGEX = "regex:";

    private static final String MERGER = "(?:merger|deepstack_merger_list)\\.";
    private static final String VISION =
            "(?:^|\\.)(?:vision_tower|vision_model|visual)\\.(?!" + MERGER + ")";
    private static final String PROJECTOR =
            "(?:^|\\.)(?:multi_modal_projector\\.|visual\\." + MERGER + ")";

    /** The modules that mergekit has, and that are not all told by their own names. */
    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("text_decoder", "^(?!.*%s)(?!.*%s)".formatted(VISION, PROJECTOR));
        known.put("vision_tower", VISION);
        known.put("multi_modal_projector", PROJECTOR);
        known.put("encoder", part("encoder"));
        known.put("decoder", part("decoder"));
        known.put("shared", "^(?:shared|lm_head)\\.");
        return known;
    }

    /** A module of any name, which is a part of the names of its parameters. */
    static NamedModule of(String name) {
        return new NamedModule(name, KNOWN.getOrDefault(name, part(name)));
    }

    private static String part(String name) {
        return "(?:^|\\.)%s\\.".formatted(Condition.quoted(name));
    }

    /** The known names that an unknown one may be a misspelling of. */
    static List<String> near(String name) {
        return KNOWN.containsKey(name) ? List.of() : Suggestions.near(name, KNOWN.keySet());
    }

    /** Selects its parameters. */
    String selector() {
        return REGEX + regex;
    }

    /** Returns a setting for those of its parameters that the setting is for. */
    Setting within(Setting setting) {
        String selector =
                setting.selector().equals(Rule.EVERY_PARAMETER)
                        ? selector()
                        : "%s^(?=.*%s)(?=.*%s)"
                                .formatted(
                                        REGEX, regex, setting.selector().substring(REGEX.length()));
        return new Setting(selector, setting.models(), setting.name(), setting.value());
    }
}
