/**
 * References to models, and texts of recipes, which requests and model adapters share.
 *
 * <p>Start at {@link io.terge.model.ModelReference}.
 */
@NullMarked
package io.terge.model;

import org.jspecify.annotations.NullMarked;
