package io.terge.engine.plan.compare;

import io.terge.engine.plan.named.NamedModel;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the tokens of two models differ. */
final class TokenDifference {

    private static final int EXAMPLES = 3;

    private final List<String> moved = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    /**
     * Compares two models.
     *
     * @param known the numbers of the base's tokens
     * @param others the numbers of the other model's tokens
     * @param areComplete whether a token that one of them lacks is a difference, and not only
     *     listed in another file
     */
    TokenDifference(Map<String, Integer> known, Map<String, Integer> others, boolean areComplete) {
        known.forEach(
                (token, number) -> {
                    Integer other = others.get(token);
                    if (other == null) {
                        if (areComplete) {
                            removed.add("'%s' (%d)".formatted(token, number));
                        }
                    } else if (!other.equals(number)) {
                        moved.add("'%s' (%d and %d)".formatted(token, number, other));
                    }
                });
        if (areComplete) {
            others.forEach(
                    (token, number) -> {
                        if (!known.containsKey(token)) {
                            added.add("'%s' (%d)".formatted(token, number));
                        }
                    });
        }
    }

    Optional<Problem> warning(NamedModel base, NamedModel model) {
        int count = moved.size() + removed.size() + added.size();
        if (count == 0) {
            return Optional.empty();
        }
        Problem problem =
                Problem.of(
                        TergeCode.TOKENS_DIFFER,
                        "%s and %s differ in %s: rows of their embeddings may belong to different tokens"
                                .formatted(
                                        base.described(),
                                        model.described(),
                                        count == 1 ? "1 token" : count + " tokens"));
        List<String> notes =
                Stream.of(
                                listed("different IDs: ", moved),
                                listed("only in %s: ".formatted(base.described()), removed),
                                listed("only in %s: ".formatted(model.described()), added))
                        .flatMap(Optional::stream)
                        .toList();
        for (String note : notes) {
            problem = problem.note(note);
        }
        return Optional.of(problem.note("the output has the tokens of the base"));
    }

    private static Optional<String> listed(String what, List<String> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(what + FirstFew.of(tokens.stream().sorted().toList(), EXAMPLES));
    }
}
