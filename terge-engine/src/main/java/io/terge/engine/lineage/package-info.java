/** The record of how every number came about, made of a plan and of what came of it. Internal. */
@NullMarked
package io.terge.engine.lineage;

import org.jspecify.annotations.NullMarked;
