/** Tests of model directories, whole and broken. */
@NullMarked
package io.terge.hf.directory;

import org.jspecify.annotations.NullMarked;
