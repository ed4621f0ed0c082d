/** A test of the whole that runs the command line without a process, for which it lives here. */
@NullMarked
package io.terge.cli;

import org.jspecify.annotations.NullMarked;
