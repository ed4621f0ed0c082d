/**
 * The rules of a request, compiled and checked by themselves, without a look at any model. Start at
 * {@link io.terge.engine.plan.rules.RuleCompiler}. Internal.
 */
@NullMarked
package io.terge.engine.plan.rules;

import org.jspecify.annotations.NullMarked;
