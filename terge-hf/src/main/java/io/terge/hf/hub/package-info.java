/**
 * Models in the local Hugging Face cache, by their names on the hub. Read-only: nothing is
 * downloaded, and the cache is never written to. Start at {@link io.terge.hf.hub.HubAdapter}.
 */
@NullMarked
package io.terge.hf.hub;

import org.jspecify.annotations.NullMarked;
