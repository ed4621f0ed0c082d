/** Tests of one file: hostile ones built by code, real ones made by Python's library. */
@NullMarked
package io.terge.hf.safetensors;

import org.jspecify.annotations.NullMarked;
