/**
 * Compares the models of a request, beyond their parameters: what their numbers mean ({@link
 * io.terge.engine.plan.compare.ModelComparison}), and which parameters they use under several names
 * ({@link io.terge.engine.plan.compare.AliasWarnings}). Internal.
 */
@NullMarked
package io.terge.engine.plan.compare;

import org.jspecify.annotations.NullMarked;
