/** Tests of rows that are combined from others. */
@NullMarked
package io.terge.hf.transplant;

import org.jspecify.annotations.NullMarked;
