/**
 * Models seen as mixtures of experts and back: {@link io.terge.hf.experts.view.ExpertsAdapter}
 * opens the base of a mixture with all of its parameters, a model as one expert of it, and one
 * expert of a mixture as a dense model.
 */
@NullMarked
package io.terge.hf.experts.view;

import org.jspecify.annotations.NullMarked;
