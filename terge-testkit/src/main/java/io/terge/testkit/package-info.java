/**
 * Contract tests for plugins. A plugin's author extends one of them in five lines and gets the
 * tests of all that the engine relies on:
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
 * (for a format that is only read: {@link io.terge.testkit.ModelSourceContract}) ask for the plugin
 * and little else. What a plugin may or may not do by its nature is a method to override; all of
 * these say yes unless told otherwise, and a no is tested too where it can be.
 *
 * <p>For a plugin's own tests, {@link io.terge.testkit.ReferenceMerge} runs a method slowly and
 * obviously over arrays, {@link io.terge.testkit.TensorFixtures} makes seeded numbers, and {@link
 * io.terge.testkit.TinyModel} makes small models.
 */
@NullMarked
package io.terge.testkit;

import org.jspecify.annotations.NullMarked;
