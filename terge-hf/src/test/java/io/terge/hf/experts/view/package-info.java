/** Tests of mixtures of experts, and of experts as models. */
@NullMarked
package io.terge.hf.experts.view;

import org.jspecify.annotations.NullMarked;
