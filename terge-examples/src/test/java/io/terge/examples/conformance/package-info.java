/**
 * Compares merges with those of the Python original, through the public API and the command line.
 *
 * <p>The data is in {@code src/test/resources/conformance}; its README tells what the files hold.
 * Files are read by a few lines of their own here, so that no error of ours can hide in them.
 */
@NullMarked
package io.terge.examples.conformance;

import org.jspecify.annotations.NullMarked;
