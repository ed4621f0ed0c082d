package io.terge.engine.plugin;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plugins of one kind by name. In names {@code -} and {@code _} are the same. */
public final class PluginRegistry<P> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

    private final String kind;
    private final Map<String, Plugin<P>> byName;
    // Comparing names as they are meant takes longer: there is a look-up for every parameter.
    private final Map<String, Plugin<P>> byExactName;

    private PluginRegistry(String kind, Map<String, Plugin<P>> byName) {
        this.kind = kind;
        this.byName = byName;
        this.byExactName = new HashMap<>(byName);
    }

    /**
     * Registers plugins.
     *
     * @param kind what they are, for messages, e.g. {@code "merge method"}
     * @param plugins the plugins
     * @param name gives a plugin's name
     * @param problems told of malformed names and of two plugins of one name
     */
    static <P> PluginRegistry<P> of(
            String kind, List<P> plugins, Function<P, String> name, Consumer<Problem> problems) {
        Map<String, Plugin<P>> byName =
                new TreeMap<>(Comparator.comparing((String text) -> text.replace('-', '_')));
        for (P instance : plugins) {
            Plugin<P> plugin = named(instance, name);
            if (!NAME.matcher(plugin.name()).matches()) {
                problems.accept(malformed(kind, plugin));
                continue;
            }
            Plugin<P> other = byName.putIfAbsent(plugin.name(), plugin);
            if (other != null) {
                problems.accept(duplicate(kind, other, plugin));
            }
        }
        return new PluginRegistry<>(kind, byName);
    }

    /** Returns the plugin of this name. */
    public Optional<Plugin<P>> find(String name) {
        Plugin<P> exact = byExactName.get(name);
        return Optional.ofNullable(exact != null ? exact : byName.get(name));
    }

    /**
     * Returns the plugin of this name.
     *
     * @throws TergeException with the code if there is none
     */
    public Plugin<P> require(String name, ErrorCode code) {
        return find(name).orElseThrow(() -> new TergeException(unknown(code, name)));
    }

    /** All plugins, sorted by name. */
    public Collection<Plugin<P>> all() {
        return byName.values();
    }

    /** The problem of a name that is not there. */
    public Problem unknown(ErrorCode code, String name) {
        String question = Suggestions.question(name, byName.keySet());
        Problem problem =
                Problem.of(code, "There is no %s '%s'.%s".formatted(kind, name, question));
        return question.isEmpty()
                ? problem.note("available: " + names())
                        .fix(
                                "use one of these, or install the plugin's jar (--plugins DIR, in"
                                        + " Java the class path)")
                : problem.fix(
                        "correct the name, or install the plugin's jar (--plugins DIR, in Java the"
                                + " class path)");
    }

    private String names() {
        return byName.isEmpty() ? "none" : String.join(", ", byName.keySet());
    }

    /** All names with their jars, for messages. */
    public String available() {
        return byName.isEmpty() ? "none" : list(byName.values());
    }

    /** Plugins with their jars, for messages. */
    public static String list(Collection<? extends Plugin<?>> plugins) {
        return plugins.stream().map(Plugin::toString).collect(Collectors.joining(", "));
    }

    // A name that cannot be had is a malformed one: the message shows what was thrown instead.
    private static <P> Plugin<P> named(P instance, Function<P, String> name) {
        try {
            return new Plugin<>(Objects.requireNonNull(name.apply(instance), "null"), instance);
        } catch (Exception | LinkageError broken) {
            return new Plugin<>("(" + broken + ")", instance);
        }
    }

    private static Problem malformed(String kind, Plugin<?> plugin) {
        return Problem.of(
                        TergeCode.INVALID_PLUGIN,
                        "The name of %s %s is malformed: '%s'"
                                .formatted(kind, plugin.implementation(), plugin.name()))
                .note("from: " + plugin.origin())
                .fix("rename it to match " + NAME.pattern());
    }

    private static Problem duplicate(String kind, Plugin<?> first, Plugin<?> second) {
        String message =
                first.name().equals(second.name())
                        ? "Two %ss are named '%s'".formatted(kind, first.name())
                        : "Two %ss have names that differ only in - and _: '%s' and '%s'"
                                .formatted(kind, first.name(), second.name());
        return Problem.of(TergeCode.DUPLICATE_PLUGIN, message)
                .note(
                        "%s (%s) and %s (%s)"
                                .formatted(
                                        first.implementation(),
                                        first.origin(),
                                        second.implementation(),
                                        second.origin()))
                .fix("remove one jar, or call discover(false) and add the plugins you need");
    }
}
