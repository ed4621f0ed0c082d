/**
 * Contract tests for plugins. Extend one of them to test everything that the engine relies on:
 *
 * <pre>{@code
 * class MaxMagnitudeTest extends MergeMethodContract {
 *     @Override
 *     protected MergeMethod method() {
 *         return new MaxMagnitude();
 *     }
 * }
 * }</pre>
 *
 * <p>{@link io.terge.testkit.MergeMethodContract}, {@link
 * io.terge.testkit.ParameterSelectorContract} and {@link io.terge.testkit.ModelAdapterContract}
 * (for a read-only format: {@link io.terge.testkit.ModelSourceContract}) need little more than the
 * plugin. Properties that a plugin may or may not have are methods to override. They return {@code
 * true} by default; {@code false} is tested too where possible.
 *
 * <p>For a plugin's own tests, {@link io.terge.testkit.ReferenceMerge} runs a method over arrays
 * with simple code, {@link io.terge.testkit.Agreement} compares it with an independent
 * implementation, {@link io.terge.testkit.Anchors} with known results, {@link
 * io.terge.testkit.TensorFixtures} generates data, and {@link io.terge.testkit.TinyModel} creates
 * small models.
 */
@NullMarked
package io.terge.testkit;

import org.jspecify.annotations.NullMarked;
