/**
 * The front doors: {@link io.terge.engine.Terge} for everybody, {@link io.terge.engine.TergeModule}
 * for users of Guice. Both give a {@link io.terge.api.Merger}.
 *
 * <p>The packages below are the steps of a merge, in the order of the data: {@code plugin} finds
 * plugins and calls them, {@code model} opens models, {@code filter} and {@code setting} apply the
 * request's rules, {@code plan} decides, {@code cost} tells what it takes, {@code execute} moves
 * the numbers with the loops in {@code kernel}, on the threads of {@code schedule}, {@code lineage}
 * records. All of them are internal.
 */
@NullMarked
package io.terge.engine;

import org.jspecify.annotations.NullMarked;
