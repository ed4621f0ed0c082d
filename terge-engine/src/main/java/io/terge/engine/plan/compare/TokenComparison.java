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
import java.util.function.Consumer;

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

    /**
     * Compares a model with the base.
     *
     * @param rows the models whose rows are merged with those of others
     * @param problems told if rows of different tokens are
     * @param warnings told of any other difference
     */
    void compare(
            NamedModel model,
            MergedRows rows,
            Consumer<Problem> problems,
            Consumer<Problem> warnings) {
        Optional<Vocabulary> expected = base.headers().vocabulary();
        Optional<Vocabulary> actual = model.headers().vocabulary();
        if (expected.isEmpty() || actual.isEmpty()) {
            return;
        }
        try {
            Optional<TokenDifference> difference =
                    difference(expected.get(), model, actual.get(), warnings);
            if (difference.isEmpty()) {
                return;
            }
            if (difference.get().isConflict() && rows.has(model)) {
                problems.accept(difference.get().problem(base, model));
            } else {
                warnings.accept(difference.get().warning(base, model));
            }
        } catch (IOException failure) {
            warnings.accept(notCompared(model).note(String.valueOf(failure.getMessage())));
        } catch (TergeException failure) {
            Problem problem = notCompared(model);
            for (Problem cause : failure.problems()) {
                problem = problem.note(cause.message());
            }
            warnings.accept(problem);
        }
    }

    private Problem notCompared(NamedModel model) {
        return Problem.of(
                TergeCode.TOKENS_DIFFER,
                "The tokens of %s and %s cannot be compared"
                        .formatted(base.described(), model.described()));
    }

    private Optional<TokenDifference> difference(
            Vocabulary expected, NamedModel model, Vocabulary actual, Consumer<Problem> warnings)
            throws IOException {
        if (identity(expected).equals(actual.identity())) {
            return Optional.empty();
        }
        Map<String, Integer> known = tokens(expected);
        Map<String, Integer> others = actual.tokens();
        boolean isSameKind = expected.name().equals(actual.name());
        if (!known.isEmpty() && !others.isEmpty()) {
            return Optional.of(new TokenDifference(known, others, isSameKind))
                    .filter(TokenDifference::isAny);
        }
        if (isSameKind) {
            warnings.accept(
                    Problem.of(
                            TergeCode.TOKENS_DIFFER,
                            "%s and %s have different tokens: their %s differ"
                                    .formatted(
                                            base.described(), model.described(), expected.name())));
        }
        return Optional.empty();
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
