/**
 * The words of the command line as values: a selector and what it selects, weights, sizes, types,
 * the base. Each converter is told one word and either makes a value of it or says what is wrong
 * with it in a {@link picocli.CommandLine.TypeConversionException}; picocli adds the option's name.
 *
 * <p>What needs a look at a model (the number of weights, the range of an index) is the planner's
 * to judge, not this package's.
 */
@NullMarked
package io.terge.cli.args;

import org.jspecify.annotations.NullMarked;
