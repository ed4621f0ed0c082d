package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings that adapters have: others are rejected, for an adapter would ignore them in
 * silence.
 */
final class KnownSettings {

    private KnownSettings() {}

    /** The settings of an adapter. */
    static List<String> of(Plugin<ModelAdapter> adapter) {
        return adapter.call("naming its settings")
                .get(() -> List.copyOf(adapter.instance().settings()));
    }

    /**
     * Checks the settings of a reference.
     *
     * @param subject what has them, e.g. {@code "model a.ckpt?key=x"}
     * @param known the settings that the adapter, or its writer, has
     */
    static void check(
            String subject,
            ModelReference reference,
            Plugin<ModelAdapter> adapter,
            Collection<String> known) {
        for (String name : reference.settings().keySet()) {
            if (!known.contains(name) && name.equals(CompanionSettings.CHAT_TEMPLATE)) {
                throw new TergeException(
                        Problem.of(
                                        TergeCode.UNKNOWN_SETTING,
                                        "A chat template cannot be set for %s: adapter '%s' writes no tokenizer"
                                                .formatted(subject, adapter.name()))
                                .fix("write a directory")
                                .fix(
                                        "set no chat template (--chat-template, in Java"
                                                + " .chatTemplate(...))"));
            }
            if (!known.contains(name)) {
                throw new TergeException(
                        unknown(
                                        "Adapter '%s' has no setting '%s', which is set for %s"
                                                .formatted(adapter.name(), name, subject),
                                        name,
                                        known)
                                .fix(
                                        known.isEmpty()
                                                ? "remove the setting"
                                                : "use one of these, or remove the setting")
                                .fix(
                                        "if it is part of a file's name, add '?' at the end (in"
                                                + " Java use ModelReference.at(Path))"));
            }
        }
    }

    /** Checks settings for all models: at least one of the adapters has each. */
    static RequestSettings check(
            Map<String, String> byName, Collection<Plugin<ModelAdapter>> adapters) {
        Map<String, String> copy = Map.copyOf(byName);
        if (copy.isEmpty()) {
            return RequestSettings.none();
        }
        SortedSet<String> known = new TreeSet<>();
        adapters.forEach(adapter -> known.addAll(of(adapter)));
        Optional<String> unknown =
                copy.keySet().stream().filter(name -> !known.contains(name)).sorted().findFirst();
        if (unknown.isPresent()) {
            throw new TergeException(
                    unknown(
                                    "No adapter has a setting '%s'".formatted(unknown.get()),
                                    unknown.get(),
                                    known)
                            .fix(
                                    "use one of these, or install the jar of the adapter that has"
                                            + " it"));
        }
        return new RequestSettings(new TreeMap<>(copy));
    }

    private static Problem unknown(String message, String name, Collection<String> known) {
        String all = known.isEmpty() ? "none" : String.join(", ", known);
        String question = Suggestions.question(name, known);
        return Problem.of(
                        TergeCode.UNKNOWN_SETTING,
                        question.isEmpty() ? message : message + "." + question)
                .note("available: " + all);
    }
}
