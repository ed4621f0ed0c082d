package io.terge.pytorch.pickle;

/**
 * A floating-point number.
 *
 * @since 0.1
 */
public record PickleFloat(double value) implements PickleValue {}
