@NullMarked
package io.terge.hf.tokenizer;

import org.jspecify.annotations.NullMarked;
