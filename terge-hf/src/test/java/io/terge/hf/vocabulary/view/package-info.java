/** Tests of models that are shown with the tokens of an output. */
@NullMarked
package io.terge.hf.vocabulary.view;

import org.jspecify.annotations.NullMarked;
