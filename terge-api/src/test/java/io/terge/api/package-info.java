/** Tests of what a caller says and gets. */
@NullMarked
package io.terge.api;

import org.jspecify.annotations.NullMarked;
