/** Tests of vocabularies that are brought into line. */
@NullMarked
package io.terge.hf.vocabulary;

import org.jspecify.annotations.NullMarked;
