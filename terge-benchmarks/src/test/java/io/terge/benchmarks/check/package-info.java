/** Tests of the checks, on small models that are really merged. */
@NullMarked
package io.terge.benchmarks.check;

import org.jspecify.annotations.NullMarked;
