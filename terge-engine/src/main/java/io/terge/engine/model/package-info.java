/**
 * References to open models: asks the adapters whose a model is, reads its headers for planning,
 * and opens it for the run. Internal.
 */
@NullMarked
package io.terge.engine.model;

import org.jspecify.annotations.NullMarked;
