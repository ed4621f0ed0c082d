@NullMarked
package io.terge.methods.spectral;

import org.jspecify.annotations.NullMarked;
