/**
 * Weights and options of methods: which setting is for a parameter and a model, gradients over
 * layers made numbers, weights made shares. Internal.
 */
@NullMarked
package io.terge.engine.setting;

import org.jspecify.annotations.NullMarked;
