/**
 * Plans and models as JSON for programs: one object, fields in a fixed order, nothing rounded.
 * Fields may be added in later versions; those that are there keep their names and meaning.
 *
 * <p>The text is plain ASCII, other characters are escaped: it is the same in every locale.
 */
@NullMarked
package io.terge.cli.json;

import org.jspecify.annotations.NullMarked;
