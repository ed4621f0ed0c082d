package io.terge.engine.filter;

import static java.util.Objects.requireNonNull;

import io.terge.api.Rule;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles selectors: {@code regex:^layer} with a scheme, plain text as a whole name. */
public final class SelectorCompiler {

    private static final Pattern SCHEME =
            Pattern.compile("([a-z][a-z0-9_-]*):(.*)", Pattern.DOTALL);

    private final Registries plugins;

    @Inject
    SelectorCompiler(Registries plugins) {
        this.plugins = plugins;
    }

    /**
     * Compiles a selector.
     *
     * @param text the selector
     * @param askedBy what in the request has it, for messages
     * @param problems told of an empty text, an unknown scheme or a malformed expression
     * @return the selector; one that matches nothing where there is a problem
     */
    public CompiledSelector compile(String text, String askedBy, Consumer<Problem> problems) {
        if (text.equals(Rule.EVERY_PARAMETER)) {
            return CompiledSelector.everyParameter();
        }
        if (text.isEmpty()) {
            problems.accept(empty(askedBy));
            return nothing(text);
        }
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            return new CompiledSelector(text, spec -> spec.name().equals(text));
        }
        return plugins.selectors()
                .find(scheme.group(1))
                .map(plugin -> compile(plugin, text, scheme.group(2), askedBy, problems))
                .orElseGet(
                        () -> {
                            problems.accept(unknown(text, scheme.group(1), askedBy));
                            return nothing(text);
                        });
    }

    private CompiledSelector compile(
            Plugin<ParameterSelector> plugin,
            String text,
            String expression,
            String askedBy,
            Consumer<Problem> problems) {
        try {
            return plugin.call("compiling \"" + text + "\"")
                    .get(
                            () -> {
                                try {
                                    return compiled(
                                            plugin, text, plugin.instance().compile(expression));
                                } catch (SelectorSyntaxException fault) {
                                    problems.accept(
                                            malformed(plugin, text, expression, fault, askedBy));
                                    return nothing(text);
                                }
                            });
        } catch (TergeException failure) {
            failure.problems().forEach(problems);
            return nothing(text);
        }
    }

    private static CompiledSelector compiled(
            Plugin<ParameterSelector> plugin, String text, Predicate<ParameterSpec> predicate) {
        requireNonNull(predicate);
        return new CompiledSelector(
                text,
                spec ->
                        plugin.call(
                                        () ->
                                                "matching '%s' against \"%s\""
                                                        .formatted(spec.name(), text))
                                .get(() -> predicate.test(spec)));
    }

    // Most likely a variable without a value.
    private static Problem empty(String askedBy) {
        return Problem.of(TergeCode.INVALID_SELECTOR, "A selector is empty")
                .causedBy(askedBy)
                .fix("omit it, or use * for every parameter");
    }

    private Problem unknown(String text, String scheme, String askedBy) {
        return plugins.selectors()
                .unknown(TergeCode.UNKNOWN_SELECTOR, scheme)
                .causedBy(askedBy)
                .fix("for a parameter whose name has a colon, write \"exact:" + text + "\"");
    }

    private static Problem malformed(
            Plugin<ParameterSelector> plugin,
            String text,
            String expression,
            SelectorSyntaxException fault,
            String askedBy) {
        Problem problem =
                Problem.of(
                                TergeCode.INVALID_SELECTOR,
                                "\"%s\" is not a valid %s selector: %s"
                                        .formatted(text, plugin.name(), fault.getMessage()))
                        .causedBy(askedBy);
        if (fault.position() < 0 || fault.position() > expression.length()) {
            return problem;
        }
        return problem.note("at position %d:".formatted(fault.position()))
                .note("    " + expression)
                .note("    " + " ".repeat(fault.position()) + "^");
    }

    private static CompiledSelector nothing(String text) {
        return new CompiledSelector(text, spec -> false);
    }
}
