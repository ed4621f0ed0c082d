/**
 * What a plugin implements. Three small interfaces, each found by {@link java.util.ServiceLoader}:
 *
 * <ul>
 *   <li>{@link io.terge.spi.MergeMethod}: how the numbers of one parameter become one. Most are an
 *       {@link io.terge.spi.ElementwiseMethod}: a name and a function of a few numbers.
 *   <li>{@link io.terge.spi.ParameterSelector}: a language that says which parameters are meant,
 *       such as {@code regex:} or {@code glob:}.
 *   <li>{@link io.terge.spi.ModelAdapter}: a model format, on disk or in memory.
 * </ul>
 *
 * <p>A plugin is a class with a public constructor without arguments, and a line with its name in
 * {@code META-INF/services/}. It holds no state: one instance serves all merges, on several threads
 * at once. Its {@code name()} or {@code scheme()} matches {@code [a-z][a-z0-9_-]*} and is the only
 * one of its kind: two of one name are an error.
 *
 * <p>The interfaces grow by default methods only. Contract tests for all three are in {@code
 * terge-testkit}.
 */
@NullMarked
package io.terge.spi;

import org.jspecify.annotations.NullMarked;
