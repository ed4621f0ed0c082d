/**
 * How the command logs: warnings and errors in plain lines on the standard error, details of terge
 * with {@code --verbose}.
 *
 * <p>Logback finds {@link io.terge.cli.logging.LogConfiguration} by itself when the engine makes
 * the first logger; nothing else of the command knows Logback.
 */
@NullMarked
package io.terge.cli.logging;

import org.jspecify.annotations.NullMarked;
