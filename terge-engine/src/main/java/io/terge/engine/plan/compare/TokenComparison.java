package io.terge.engine.plan.compare;

import io.terge.engine.plan.named.NamedModel;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.format.Vocabulary;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the tokens of models with those of the base, which are read once, and only if another
 * model's are in files with other contents. For one request.
 */
final class TokenComparison {

    private final NamedModel base;
    private @Nullable String identity;
    private @Nullable Map<String, Integer> tokens;

    TokenComparison(NamedModel base) {
        this.base = base;
    }

    Optional<Problem> warning(NamedModel model) {
        Optional<Vocabulary> expected = base.headers().vocabulary();
        Optional<Vocabulary> actual = model.headers().vocabulary();
        if (expected.isEmpty() || actual.isEmpty()) {
            return Optional.empty();
        }
        try {
            return warning(expected.get(), model, actual.get());
        } catch (IOException failure) {
            return Optional.of(notCompared(model).note(String.valueOf(failure.getMessage())));
        } catch (TergeException failure) {
            Problem problem = notCompared(model);
            for (Problem cause : failure.problems()) {
                problem = problem.note(cause.message());
            }
            return Optional.of(problem);
        }
    }

    private Problem notCompared(NamedModel model) {
        return Problem.of(
                TergeCode.TOKENS_DIFFER,
                "The tokens of %s and %s cannot be compared"
                        .formatted(base.described(), model.described()));
    }

    private Optional<Problem> warning(Vocabulary expected, NamedModel model, Vocabulary actual)
            throws IOException {
        if (identity(expected).equals(actual.identity())) {
            return Optional.empty();
        }
        Map<String, Integer> known = tokens(expected);
        Map<String, Integer> others = actual.tokens();
        boolean isSameKind = expected.name().equals(actual.name());
        if (known.isEmpty() || others.isEmpty()) {
            return isSameKind
                    ? Optional.of(
                            Problem.of(
                                    TergeCode.TOKENS_DIFFER,
                                    "%s and %s have different tokens: their %s differ"
                                            .formatted(
                                                    base.described(),
                                                    model.described(),
                                                    expected.name())))
                    : Optional.empty();
        }
        return new TokenDifference(known, others, isSameKind).warning(base, model);
    }

    private String identity(Vocabulary expected) throws IOException {
        if (identity == null) {
            identity = expected.identity();
        }
        return identity;
    }

    private Map<String, Integer> tokens(Vocabulary expected) throws IOException {
        if (tokens == null) {
            tokens = expected.tokens();
        }
        return tokens;
    }
}
