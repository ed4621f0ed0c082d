@NullMarked
package io.terge.hf.hub;

import org.jspecify.annotations.NullMarked;
