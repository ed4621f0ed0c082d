/** Selectors compiled once, and what they include and exclude. Internal. */
@NullMarked
package io.terge.engine.filter;

import org.jspecify.annotations.NullMarked;
