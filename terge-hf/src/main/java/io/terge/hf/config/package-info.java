/**
 * What {@code config.json} says about a model. Start at {@link io.terge.hf.config.ModelConfig}: its
 * traits, which other models should share ({@code Traits}), the names that share a tensor ({@code
 * TiedNames}), and whether weights are quantised ({@link io.terge.hf.config.Quantization}).
 */
@NullMarked
package io.terge.hf.config;

import org.jspecify.annotations.NullMarked;
