/**
 * Models with different tokens: {@link io.terge.hf.vocabulary.Alignment} decides which tokens an
 * output has, and which rows of which models each row of an embedding is made of. What is asked for
 * is in the settings of references: {@link io.terge.model.MergedVocabulary}.
 */
@NullMarked
package io.terge.hf.vocabulary;

import org.jspecify.annotations.NullMarked;
