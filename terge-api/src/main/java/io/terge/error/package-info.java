/**
 * Failures: a {@linkplain io.terge.error.Problem problem} has a stable {@linkplain
 * io.terge.error.ErrorCode code}, says what is wrong and where, and how to fix it; a {@link
 * io.terge.error.TergeException} has one or more of them.
 *
 * <p>Code that accesses files reports failures of the operating system as {@link
 * java.io.IOException}; the engine turns them into problems.
 */
@NullMarked
package io.terge.error;

import org.jspecify.annotations.NullMarked;
