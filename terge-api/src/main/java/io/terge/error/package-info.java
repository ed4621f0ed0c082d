/**
 * How things fail: a {@linkplain io.terge.error.Problem problem} has a stable {@linkplain
 * io.terge.error.ErrorCode code}, says what is wrong and where, and how to fix it; a {@link
 * io.terge.error.TergeException} carries one or more of them.
 *
 * <p>Failures of the operating system stay {@link java.io.IOException} where files are touched; the
 * engine turns them into problems.
 */
@NullMarked
package io.terge.error;

import org.jspecify.annotations.NullMarked;
