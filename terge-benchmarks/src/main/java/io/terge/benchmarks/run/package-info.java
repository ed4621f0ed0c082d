/** What is measured, and the measuring. */
@NullMarked
package io.terge.benchmarks.run;

import org.jspecify.annotations.NullMarked;
