package io.terge.api;

import java.util.OptionalInt;

/**
 * The models of a request that something applies to.
 *
 * @since 0.1
 */
public sealed interface ModelScope {

    /** All models, including a base that is not one of them. */
    record All() implements ModelScope {}

    /**
     * One of the models.
     *
     * @param index its index in the request, from 0
     */
    record Index(int index) implements ModelScope {}

    /** The base, whether it is one of the models or another. */
    record Base() implements ModelScope {}

    /** Returns the scope of all models. */
    static ModelScope all() {
        return new All();
    }

    /** Returns the scope of one model. */
    static ModelScope model(int index) {
        return new Index(index);
    }

    /** Returns the scope of the base. */
    static ModelScope base() {
        return new Base();
    }

    /**
     * Whether this scope includes a model.
     *
     * @param index its index in the request; empty for a base that is not one of the models
     * @param isBase whether it is the base
     */
    default boolean includes(OptionalInt index, boolean isBase) {
        return switch (this) {
            case All all -> true;
            case Index(int only) -> index.isPresent() && index.getAsInt() == only;
            case Base base -> isBase;
        };
    }

    /** The scope as written on the command line: {@code *}, {@code 0}, {@code base}. */
    default String text() {
        return switch (this) {
            case All all -> "*";
            case Index(int index) -> Integer.toString(index);
            case Base base -> "base";
        };
    }
}
