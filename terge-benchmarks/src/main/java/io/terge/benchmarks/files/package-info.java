/** Folders, the weight files in them, and threads that share the work on them. */
@NullMarked
package io.terge.benchmarks.files;

import org.jspecify.annotations.NullMarked;
