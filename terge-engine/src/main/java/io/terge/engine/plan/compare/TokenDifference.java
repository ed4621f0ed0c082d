package io.terge.engine.plan.compare;

import io.terge.engine.plan.named.NamedModel;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How the tokens of two models differ. */
final class TokenDifference {

    private static final int EXAMPLES = 3;

    private final List<String> moved = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
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
            findTaken(byId(known), byId(others));
        }
    }

    // Several tokens may have one ID.
    private static Map<Integer, Set<String>> byId(Map<String, Integer> tokens) {
        Map<Integer, Set<String>> byId = new HashMap<>();
        tokens.forEach(
                (token, number) ->
                        byId.computeIfAbsent(number, first -> new TreeSet<>()).add(token));
        return byId;
    }

    private void findTaken(Map<Integer, Set<String>> known, Map<Integer, Set<String>> others) {
        known.forEach(
                (number, tokens) -> {
                    Set<String> other = others.getOrDefault(number, Set.of());
                    if (!other.isEmpty() && Collections.disjoint(tokens, other)) {
                        taken.add(
                                "%d ('%s' and '%s')"
                                        .formatted(
                                                number,
                                                tokens.iterator().next(),
                                                other.iterator().next()));
                    }
                });
    }

    boolean isAny() {
        return count() > 0;
    }

    /** Whether a row belongs to one token in one model, and to another in the other. */
    boolean isConflict() {
        return !moved.isEmpty() || !taken.isEmpty();
    }

    private int count() {
        return moved.size() + removed.size() + added.size();
    }

    Problem warning(NamedModel base, NamedModel model) {
        return problem(
                        TergeCode.TOKENS_DIFFER,
                        "rows of their embeddings may belong to different tokens",
                        base,
                        model)
                .note("the output has the tokens of the base");
    }

    /** What is told if rows are merged that belong to different tokens. */
    Problem problem(NamedModel base, NamedModel model) {
        return problem(
                        TergeCode.TOKENS_CONFLICT,
                        "rows of embeddings would be merged that belong to different tokens",
                        base,
                        model)
                .fix(
                        "choose the tokens of the output: --vocabulary"
                            + " union|intersection|base|INDEX (in Java .vocabulary(...), in recipes"
                            + " 'vocabulary', in those of mergekit 'tokenizer_source')")
                .fix(
                        "to merge row by row nevertheless, use --vocabulary rows; to copy the"
                                + " embeddings of the base, exclude them (--exclude, in Java"
                                + " .exclude(...))");
    }

    private Problem problem(TergeCode code, String effect, NamedModel base, NamedModel model) {
        Problem problem =
                Problem.of(
                        code,
                        "%s and %s differ in %s: %s"
                                .formatted(
                                        base.described(),
                                        model.described(),
                                        count() == 1 ? "1 token" : count() + " tokens",
                                        effect));
        List<String> notes =
                Stream.of(
                                listed("different IDs: ", moved),
                                listed("different tokens with the same ID: ", taken),
                                listed("only in %s: ".formatted(base.described()), removed),
                                listed("only in %s: ".formatted(model.described()), added))
                        .flatMap(Optional::stream)
                        .toList();
        for (String note : notes) {
            problem = problem.note(note);
        }
        return problem;
    }

    private static Optional<String> listed(String what, List<String> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(what + FirstFew.of(tokens.stream().sorted().toList(), EXAMPLES));
    }
}
