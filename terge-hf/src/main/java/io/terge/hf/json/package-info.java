/**
 * Strict reading of JSON out of files that nobody vouches for: start at {@link
 * io.terge.hf.json.JsonReader}.
 */
@NullMarked
package io.terge.hf.json;

import org.jspecify.annotations.NullMarked;
