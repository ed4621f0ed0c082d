/** Tests of the formats together, and what the tests of each need. */
@NullMarked
package io.terge.hf;

import org.jspecify.annotations.NullMarked;
