/**
 * A format as small as can be, for tests: one file, or a directory with one file of weights. What
 * it takes is what any author of a format has to write.
 */
@NullMarked
package io.terge.files.tiny;

import org.jspecify.annotations.NullMarked;
