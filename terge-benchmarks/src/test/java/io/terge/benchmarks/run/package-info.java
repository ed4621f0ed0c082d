/** Tests of what is measured, and of the measuring. */
@NullMarked
package io.terge.benchmarks.run;

import org.jspecify.annotations.NullMarked;
