/**
 * Examples of merges of DJL models; those in the README are cut from here. They are among the tests
 * of this module, so that PyTorch's native code (112 MB) reaches nobody who does not need it.
 */
@NullMarked
package io.terge.djl.examples;

import org.jspecify.annotations.NullMarked;
