/** Tests of what is done to files. */
@NullMarked
package io.terge.benchmarks.files;

import org.jspecify.annotations.NullMarked;
