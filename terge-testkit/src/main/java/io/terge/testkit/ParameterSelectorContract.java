package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tests everything that the engine relies on in a selector. Extend it and provide the selector, an
 * expression with names that match and names that do not, and malformed expressions.
 *
 * @since 0.1
 */
public abstract class ParameterSelectorContract {

    private static final List<String> ODD_TEXTS =
            List.of("", " ", ":", "a:b", "[", "(", "*", "**", "\\", "0-", "=", "é.重み", "\n", "\0");

    /** Returns the selector under test: the same object or a new one each time. */
    protected abstract ParameterSelector selector();

    /** Returns a valid expression, without the scheme. */
    protected abstract String expression();

    /** Returns names that the expression matches, at least one. */
    protected abstract List<String> matching();

    /** Returns names that the expression does not match, at least one. */
    protected abstract List<String> notMatching();

    /** Returns malformed expressions; empty if every text is valid. */
    protected abstract List<String> malformed();

    /**
     * Returns a header for any name. The default is a small matrix of {@link DType#F32}; override
     * it if the selector depends on type or shape.
     */
    protected ParameterSpec spec(String name) {
        return ParameterSpec.of(name, DType.F32, Shape.of(2, 3));
    }

    @Test
    final void hasAWellFormedScheme() {
        subject().checkName("scheme()");
        subject().same(selector().scheme(), selector().scheme(), "scheme() called twice");
    }

    @Test
    final void matchesTheNamesThatItMeans() {
        Predicate<ParameterSpec> compiled = compiled(selector());
        subject().check(!matching().isEmpty(), "the contract needs a name that matches");
        for (String name : matching()) {
            subject().check(compiled.test(spec(name)), says("does not match", name));
        }
    }

    @Test
    final void doesNotMatchOtherNames() {
        Predicate<ParameterSpec> compiled = compiled(selector());
        subject().check(!notMatching().isEmpty(), "the contract needs a name that does not match");
        for (String name : notMatching()) {
            subject().check(!compiled.test(spec(name)), says("matches", name));
        }
    }

    @Test
    final void givesTheSameAnswersInAnyOrder() {
        Predicate<ParameterSpec> compiled = compiled(selector());
        List<ParameterSpec> specs = specs();
        List<Boolean> first = specs.stream().map(compiled::test).toList();
        List<Boolean> backwards = specs.reversed().stream().map(compiled::test).toList();
        subject().same(first, backwards.reversed(), "asked again, backwards");
    }

    @Test
    final void givesTheSameAnswersWhenCompiledAgain() {
        ParameterSelector selector = selector();
        Predicate<ParameterSpec> compiled = compiled(selector);
        List<Boolean> first = specs().stream().map(compiled::test).toList();
        compileAll(selector, ODD_TEXTS);
        List<Boolean> later = specs().stream().map(compiled::test).toList();
        subject().same(first, later, "after other expressions were compiled");
        Predicate<ParameterSpec> another = compiled(selector);
        List<Boolean> again = specs().stream().map(another::test).toList();
        subject().same(first, again, "compiled again");
    }

    @Test
    final void givesTheSameAnswersOnSeveralThreads() {
        Predicate<ParameterSpec> compiled = compiled(selector());
        List<Boolean> expected = specs().stream().map(compiled::test).toList();
        Runnable ask =
                () -> {
                    for (int round = 0; round < 100; round++) {
                        List<Boolean> answers = specs().stream().map(compiled::test).toList();
                        subject().same(expected, answers, "on several threads");
                    }
                };
        BlockWalk.concurrently(Stream.generate(() -> ask).limit(8).toList());
    }

    @Test
    final void saysWhereAMalformedExpressionIsWrong() {
        for (String expression : malformed()) {
            String shown = "'" + expression + "'";
            SelectorSyntaxException fault =
                    assertThrows(
                            SelectorSyntaxException.class,
                            () -> selector().compile(expression),
                            () -> subject() + ": compiles " + shown);
            checkFault(fault, expression);
        }
    }

    @Test
    final void compilesOrRefusesAnyText() {
        compileAll(selector(), ODD_TEXTS);
        compileAll(selector(), List.of("x".repeat(100_000)));
        if (malformed().isEmpty()) {
            ODD_TEXTS.forEach(this::checkCompiles);
        }
    }

    @Test
    final void answersForAnyName() {
        Predicate<ParameterSpec> compiled = compiled(selector());
        for (String name : ODD_TEXTS) {
            boolean first = test(compiled, name);
            subject().same(first, test(compiled, name), "asked twice for '" + name + "'");
        }
    }

    private boolean test(Predicate<ParameterSpec> compiled, String name) {
        try {
            return compiled.test(spec(name));
        } catch (RuntimeException thrown) {
            return fail("%s: throws %s for '%s'".formatted(subject(), thrown, name), thrown);
        }
    }

    private Predicate<ParameterSpec> compiled(ParameterSelector selector) {
        try {
            return selector.compile(expression());
        } catch (RuntimeException thrown) {
            return fail(
                    "%s: throws %s for '%s'".formatted(subject(), thrown, expression()), thrown);
        }
    }

    private void checkCompiles(String expression) {
        try {
            selector().compile(expression);
        } catch (SelectorSyntaxException refused) {
            fail("%s: refuses '%s', yet malformed() is empty".formatted(subject(), expression));
        }
    }

    private void compileAll(ParameterSelector selector, List<String> expressions) {
        for (String expression : expressions) {
            try {
                selector.compile(expression);
            } catch (SelectorSyntaxException refused) {
                checkFault(refused, expression);
            } catch (RuntimeException thrown) {
                fail("%s: throws %s for '%s'".formatted(subject(), thrown, expression), thrown);
            }
        }
    }

    private void checkFault(SelectorSyntaxException fault, String expression) {
        subject()
                .check(
                        fault.getMessage() != null && !fault.getMessage().isBlank(),
                        "does not say what is wrong with '" + expression + "'");
        subject()
                .check(
                        fault.position() <= expression.length(),
                        "gives position %d in '%s', which is beyond its end"
                                .formatted(fault.position(), expression));
    }

    private List<ParameterSpec> specs() {
        List<String> names = new ArrayList<>(matching());
        names.addAll(notMatching());
        return names.stream().map(this::spec).toList();
    }

    private String says(String verb, String name) {
        return "'%s' %s '%s'".formatted(expression(), verb, name);
    }

    private Subject subject() {
        return new Subject("Parameter selector", selector().scheme(), selector().getClass());
    }
}
