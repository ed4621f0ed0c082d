/**
 * Changes to the bytes of files, from the flip of a bit to a pickle in an archive whose checksums
 * are right. They know the formats only as far as they need to, and none of the project's readers.
 */
@NullMarked
package io.terge.examples.fuzz.mutation;

import org.jspecify.annotations.NullMarked;
