/** Tests of model directories, whole and broken. */
@NullMarked
package io.terge.hf.card;

import org.jspecify.annotations.NullMarked;
