/**
 * The record of how every number came about, and its JSON form. {@link
 * io.terge.engine.lineage.LineageJson} is for all to use; the rest is internal.
 */
@NullMarked
package io.terge.engine.lineage;

import org.jspecify.annotations.NullMarked;
