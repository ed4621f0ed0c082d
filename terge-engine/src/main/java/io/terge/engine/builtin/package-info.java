/**
 * The plugins that come with the engine: the selectors {@code exact}, {@code glob} and {@code
 * regex}, and the adapter of models in memory. They come in through the same door as any plugin and
 * see the API alone.
 */
@NullMarked
package io.terge.engine.builtin;

import org.jspecify.annotations.NullMarked;
