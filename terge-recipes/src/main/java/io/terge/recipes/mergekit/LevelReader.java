package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code parameters}.
 *
 * @param problems told of what is wrong
 */
record LevelReader(Problems problems) {

    static final String PARAMETERS = "parameters";
    private static final String FILTER = "filter";
    private static final String VALUE = "value";
    private static final String A_NUMBER = "a finite number";

    /** Reads the parameters of a mapping; none if it has none. */
    Level read(Mapping mapping) {
        List<Assignment> assignments = new ArrayList<>();
        mapping.find(PARAMETERS)
                .flatMap(node -> Mapping.of(node, PARAMETERS, problems))
                .ifPresent(
                        all ->
                                all.node()
                                        .fields()
                                        .forEach(
                                                (name, field) ->
                                                        assignments.add(assignment(name, field))));
        return new Level(assignments);
    }

    private Assignment assignment(String name, Node.Field field) {
        return new Assignment(name, reachable(name, conditions(name, field.value())), field.key());
    }

    private List<Condition> conditions(String name, Node node) {
        return switch (node) {
            case Node.Items items when items.values().isEmpty() -> {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        items.place(),
                        "'%s' must not be an empty list".formatted(name));
                yield List.of();
            }
            case Node.Items items
                    when items.values().stream().allMatch(Node.Fields.class::isInstance) ->
                    items.values().stream()
                            .flatMap(item -> condition(name, item).stream())
                            .toList();
            case Node.Fields fields -> {
                problems.add(
                        RecipeCode.RECIPE_NOTE,
                        fields.place(),
                        "'%s' is a single mapping, which stops mergekit; it is used".formatted(name)
                                + " as a list of one");
                yield condition(name, fields).stream().toList();
            }
            default -> value(name, Optional.empty(), node).stream().toList();
        };
    }

    private Optional<Condition> condition(String name, Node node) {
        return Mapping.of(node, name, problems)
                .map(mapping -> mapping.allow(List.of(FILTER, VALUE)))
                .flatMap(
                        mapping ->
                                mapping.require(VALUE)
                                        .flatMap(
                                                value ->
                                                        value(
                                                                name,
                                                                mapping.scalar(FILTER)
                                                                        .map(Node.Scalar::text),
                                                                value)));
    }

    private Optional<Condition> value(String name, Optional<String> filter, Node node) {
        return switch (node) {
            case Node.Scalar scalar ->
                    number(name, scalar)
                            .map(
                                    number ->
                                            new Condition(
                                                    filter,
                                                    List.of(number),
                                                    false,
                                                    scalar.place()));
            case Node.Items items when !items.values().isEmpty() -> gradient(name, filter, items);
            default -> {
                problems.unexpected(node, name, "a number or a list of numbers");
                yield Optional.empty();
            }
        };
    }

    private Optional<Condition> gradient(String name, Optional<String> filter, Node.Items items) {
        List<Double> numbers = new ArrayList<>();
        for (Node item : items.values()) {
            if (item instanceof Node.Scalar scalar) {
                number(name, scalar).ifPresent(numbers::add);
            } else {
                problems.unexpected(item, name, A_NUMBER);
            }
        }
        return numbers.size() == items.values().size()
                ? Optional.of(new Condition(filter, numbers, true, items.place()))
                : Optional.empty();
    }

    private Optional<Double> number(String name, Node.Scalar scalar) {
        OptionalDouble number = Numbers.of(scalar);
        if (number.isEmpty()) {
            problems.unexpected(scalar, name, A_NUMBER);
            return Optional.empty();
        }
        return Optional.of(number.getAsDouble());
    }

    private List<Condition> reachable(String name, List<Condition> conditions) {
        int all = 0;
        while (all < conditions.size() && !conditions.get(all).isForAll()) {
            all++;
        }
        if (all + 1 >= conditions.size()) {
            return conditions;
        }
        problems.add(
                RecipeCode.RECIPE_NOTE,
                conditions.get(all + 1).place(),
                "This value of '%s' has no effect: an earlier one is for all parameters"
                        .formatted(name));
        return conditions.subList(0, all + 1);
    }
}
