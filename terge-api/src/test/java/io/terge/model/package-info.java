/** Tests of where a model is. */
@NullMarked
package io.terge.model;

import org.jspecify.annotations.NullMarked;
