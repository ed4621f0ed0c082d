/**
 * The documents that terge writes and reads: {@linkplain io.terge.json.LineageJson lineages} and
 * {@linkplain io.terge.json.PlanJson plans}.
 */
@NullMarked
package io.terge.json;

import org.jspecify.annotations.NullMarked;
