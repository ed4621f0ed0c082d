/**
 * Examples to read and to run; the README's code is cut from them.
 *
 * <p>Start at {@link io.terge.examples.Quickstart}. {@link io.terge.examples.PerParameterWeights}
 * says more of a request and looks at the plan, {@link io.terge.examples.LineageReading} tells what
 * was done, {@link io.terge.examples.GuiceApplication} has the merger injected. Two are plugins,
 * each a class and a line in {@code META-INF/services}: {@link io.terge.examples.MaxMagnitude} and
 * {@link io.terge.examples.LayersSelector}; {@link io.terge.examples.CustomMethod} and {@link
 * io.terge.examples.CustomSelector} use them. A model format takes a few classes: {@link
 * io.terge.examples.npz.NpzAdapter} is one to copy from.
 *
 * <p>Every example makes its models itself and leaves its files in a temporary folder.
 */
@NullMarked
package io.terge.examples;

import org.jspecify.annotations.NullMarked;
