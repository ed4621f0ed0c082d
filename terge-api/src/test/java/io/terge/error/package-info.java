/** Tests of how things fail. */
@NullMarked
package io.terge.error;

import org.jspecify.annotations.NullMarked;
