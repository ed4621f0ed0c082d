/** Tests of reading pickles: real ones made by Python, and malformed and hostile ones by code. */
@NullMarked
package io.terge.pytorch.pickle;

import org.jspecify.annotations.NullMarked;
