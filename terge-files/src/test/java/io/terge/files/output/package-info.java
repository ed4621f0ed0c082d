/** Tests of writing, with formats made up for them and with one that others can read. */
@NullMarked
package io.terge.files.output;

import org.jspecify.annotations.NullMarked;
