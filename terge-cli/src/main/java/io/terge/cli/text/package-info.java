/**
 * Plans, models and plugins as text for people. Nothing here reads a file or decides anything:
 * values of the API go in, lines come out.
 *
 * <p>Names in a checkpoint are somebody else's bytes: every line goes through {@link
 * io.terge.cli.text.Printable}, so that a hostile name cannot send control sequences to a terminal.
 */
@NullMarked
package io.terge.cli.text;

import org.jspecify.annotations.NullMarked;
