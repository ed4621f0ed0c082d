/** Tests of the formats: hostile files built by code, real ones made by Python's library. */
@NullMarked
package io.terge.hf;

import org.jspecify.annotations.NullMarked;
