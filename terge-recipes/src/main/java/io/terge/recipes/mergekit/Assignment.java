package io.terge.recipes.mergekit;

import io.terge.recipes.yaml.Place;

import java.util.List;

/**
 * What is set of one parameter at one level.
 *
 * @param name the parameter
 * @param conditions its values; the first whose filter matches wins
 * @param place where its name is
 */
record Assignment(String name, List<Condition> conditions, Place place) {

    Assignment {
        conditions = List.copyOf(conditions);
    }

    /** Whether it leaves nothing to lower levels. */
    boolean isForAll() {
        return conditions.stream().anyMatch(Condition::isForAll);
    }
}
