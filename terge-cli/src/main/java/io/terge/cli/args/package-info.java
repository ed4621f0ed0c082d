/**
 * The arguments of the command line as values: settings, renames, sizes, types, the base. Each
 * converter turns one argument into a value, or says what is wrong with it in a {@link
 * picocli.CommandLine.TypeConversionException}; picocli adds the option's name.
 *
 * <p>What depends on a model or a method (the number of weights, the range of an index or an
 * option) is checked by the planner.
 */
@NullMarked
package io.terge.cli.args;

import org.jspecify.annotations.NullMarked;
