package io.terge.engine.plan;

import io.terge.spi.MethodDescription;

/**
 * A method that a rule names, and what it says of itself.
 *
 * @param name the method's name
 * @param description what it says
 */
record DescribedMethod(String name, MethodDescription description) {}
