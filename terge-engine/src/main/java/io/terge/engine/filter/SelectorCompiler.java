package io.terge.engine.filter;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.engine.plugin.Registries;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.ParameterSelector;
import io.terge.spi.SelectorSyntaxException;
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
        String doing = "compiling \"" + text + "\"";
        try {
            Predicate<ParameterSpec> predicate = plugin.instance().compile(expression);
            return new CompiledSelector(
                    text,
                    spec ->
                            PluginFailures.guard(
                                    plugin,
                                    "matching '%s' against \"%s\"".formatted(spec.name(), text),
                                    () -> predicate.test(spec)));
        } catch (SelectorSyntaxException fault) {
            problems.accept(malformed(plugin, text, expression, fault, askedBy));
        } catch (TergeException known) {
            known.problems().forEach(problems);
        } catch (RuntimeException | LinkageError unexpected) {
            problems.accept(PluginFailures.failed(plugin, doing, unexpected).problems().getFirst());
        }
        return nothing(text);
    }

    // Most likely a variable without a value.
    private static Problem empty(String askedBy) {
        return Problem.of(ErrorCode.INVALID_SELECTOR, "A selector is empty")
                .note("asked for by: " + askedBy)
                .fix("leave it out, or write \"glob:**\" for every parameter");
    }

    private Problem unknown(String text, String scheme, String askedBy) {
        return plugins.selectors()
                .unknown(ErrorCode.UNKNOWN_SELECTOR, scheme)
                .note("asked for by: " + askedBy)
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
                                ErrorCode.INVALID_SELECTOR,
                                "\"%s\" is not a valid %s selector: %s"
                                        .formatted(text, plugin.name(), fault.getMessage()))
                        .note("asked for by: " + askedBy);
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
