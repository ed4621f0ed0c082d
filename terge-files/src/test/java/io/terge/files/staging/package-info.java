/** Tests of outputs that appear complete or not at all, whatever happens meanwhile. */
@NullMarked
package io.terge.files.staging;

import org.jspecify.annotations.NullMarked;
