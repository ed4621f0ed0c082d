package io.terge.pytorch.pickle;

/**
 * A truth value.
 *
 * @since 0.1
 */
public record PickleBool(boolean value) implements PickleValue {}
