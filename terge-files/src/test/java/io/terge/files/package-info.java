/** Tests of reading, of names and of texts. */
@NullMarked
package io.terge.files;

import org.jspecify.annotations.NullMarked;
