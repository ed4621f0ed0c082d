/**
 * Models seen with the tokens of an output: {@link io.terge.hf.vocabulary.view.VocabularyAdapter}
 * opens a model and shows its embeddings and heads row by row in the order of the output, and its
 * tokenizer as the output has it. All other parameters are the model's own.
 */
@NullMarked
package io.terge.hf.vocabulary.view;

import org.jspecify.annotations.NullMarked;
