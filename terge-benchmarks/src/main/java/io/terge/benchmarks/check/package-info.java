/** Whether what was measured did its work: outputs compared with independent results. */
@NullMarked
package io.terge.benchmarks.check;

import org.jspecify.annotations.NullMarked;
