/**
 * Models and reports as JSON for programs: one object, fields in a fixed order, nothing rounded.
 * Plans and lineages are written by {@code io.terge.json}. Later versions may add fields; existing
 * ones keep their names and meaning.
 *
 * <p>The text is plain ASCII, other characters are escaped: it is the same in every locale.
 */
@NullMarked
package io.terge.cli.json;

import org.jspecify.annotations.NullMarked;
