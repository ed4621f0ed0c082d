/**
 * The entry points: {@link io.terge.engine.Terge}, and {@link io.terge.engine.TergeModule} for
 * Guice applications. Both provide a {@link io.terge.api.Merger}.
 *
 * <p>The subpackages are the steps of a merge, in the order of the data flow: {@code plugin}
 * discovers and calls plugins, {@code model} opens models, {@code filter} and {@code setting} apply
 * the request's rules, {@code plan} decides, {@code cost} estimates time and memory, {@code
 * execute} runs the kernels in {@code kernel} on the threads of {@code schedule}, and {@code
 * lineage} records. All of them are internal.
 */
@NullMarked
package io.terge.engine;

import org.jspecify.annotations.NullMarked;
