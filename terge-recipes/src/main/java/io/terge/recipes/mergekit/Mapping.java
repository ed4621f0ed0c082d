package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mapping whose keys are known. A key without a value is as good as missing.
 *
 * @param node the mapping
 * @param problems told of what is wrong
 */
record Mapping(Node.Fields node, Problems problems) {

    private static final String PARAMETERS = "parameters";

    /** Returns a node as a mapping; tells if it is none. */
    static Optional<Mapping> of(Node node, String what, Problems problems) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(new Mapping(fields, problems));
        }
        problems.unexpected(node, what, "a mapping");
        return Optional.empty();
    }

    /** Tells of keys other than these. */
    Mapping allow(List<String> known) {
        node.fields()
                .forEach(
                        (key, field) -> {
                            if (!known.contains(key)) {
                                reject(key, field.key(), known);
                            }
                        });
        return this;
    }

    private void reject(String key, Place place, List<String> known) {
        if (known.contains(PARAMETERS) && MergekitMethod.isParameter(key)) {
            problems.add(
                    RecipeCode.RECIPE_UNKNOWN_KEY,
                    place,
                    "'%s' is a parameter, and must be below 'parameters'".formatted(key),
                    "move it below 'parameters'");
        } else {
            problems.unknownKey(key, place, node.place(), known);
        }
    }

    /** Tells that a key has no effect. */
    Mapping ignore(String key) {
        find(key)
                .ifPresent(
                        value ->
                                problems.add(
                                        RecipeCode.RECIPE_NOTE,
                                        place(key),
                                        "'%s' has no effect, here and in mergekit".formatted(key)));
        return this;
    }

    /** The value of a key. */
    Optional<Node> find(String key) {
        return Optional.ofNullable(node.fields().get(key))
                .map(Node.Field::value)
                .filter(value -> !(value instanceof Node.Nothing));
    }

    /** The value of a key that must be there. */
    Optional<Node> require(String key) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            problems.missingKey(key, node.place(), "The key '%s' is missing".formatted(key));
        }
        return value;
    }

    /** The text of a key; tells if it is none. */
    Optional<Node.Scalar> scalar(String key) {
        Optional<Node> value = find(key);
        value.filter(other -> !(other instanceof Node.Scalar))
                .ifPresent(other -> problems.unexpected(other, key, "a string"));
        return value.filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
    }

    /** The whole number of a key; tells if it is none, or too small. */
    Optional<Integer> whole(String key, int least) {
        return whole(key, least, Integer.MAX_VALUE);
    }

    /** The whole number of a key; tells if it is none, or out of range. */
    Optional<Integer> whole(String key, int least, int most) {
        Optional<Node.Scalar> text = scalar(key);
        Optional<Integer> number =
                text.map(Numbers::of)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .filter(one -> one >= least && one <= most)
                        .filter(one -> one == Math.rint(one))
                        .map(Double::intValue);
        text.filter(other -> number.isEmpty())
                .ifPresent(
                        other ->
                                problems.unexpected(
                                        other,
                                        key,
                                        most == Integer.MAX_VALUE
                                                ? "a whole number of %d or more".formatted(least)
                                                : "a whole number from %d to %d"
                                                        .formatted(least, most)));
        return number;
    }

    /** Whether a key is there and true; tells if it is no flag. */
    boolean flag(String key) {
        Optional<Node.Scalar> text = scalar(key);
        OptionalDouble value = text.map(Numbers::of).orElse(OptionalDouble.of(0));
        text.filter(other -> value.isEmpty())
                .ifPresent(other -> problems.unexpected(other, key, "true or false"));
        return value.orElse(0) != 0;
    }

    /** The items of a list; tells if it is none. */
    List<Node> items(String key) {
        Optional<Node> value = find(key);
        value.filter(other -> !(other instanceof Node.Items))
                .ifPresent(other -> problems.unexpected(other, key, "a list"));
        return value.filter(Node.Items.class::isInstance)
                .map(Node.Items.class::cast)
                .map(Node.Items::values)
                .orElse(List.of());
    }

    /** Where a key is; where the mapping is if it does not have the key. */
    Place place(String key) {
        return Optional.ofNullable(node.fields().get(key))
                .map(Node.Field::key)
                .orElse(node.place());
    }
}
