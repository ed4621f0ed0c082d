/** Tests of the programs' command lines. */
@NullMarked
package io.terge.benchmarks;

import org.jspecify.annotations.NullMarked;
