/** Strict reading of JSON from untrusted files. Start at {@link io.terge.files.json.JsonReader}. */
@NullMarked
package io.terge.files.json;

import org.jspecify.annotations.NullMarked;
