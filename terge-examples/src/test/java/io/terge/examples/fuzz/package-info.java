/**
 * Damages small models of every format and opens them: each is read or rejected, and nothing else
 * happens. {@code FuzzTest} says how many, and how to replay one.
 */
@NullMarked
package io.terge.examples.fuzz;

import org.jspecify.annotations.NullMarked;
