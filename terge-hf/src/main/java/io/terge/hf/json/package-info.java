/** Strict reading of JSON from untrusted files. Start at {@link io.terge.hf.json.JsonReader}. */
@NullMarked
package io.terge.hf.json;

import org.jspecify.annotations.NullMarked;
