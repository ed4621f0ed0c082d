/**
 * The tokens of model directories. Start at {@link io.terge.hf.tokenizer.TokenizerFiles}, which
 * finds the file that lists them.
 */
@NullMarked
package io.terge.hf.tokenizer;

import org.jspecify.annotations.NullMarked;
