/**
 * Recognises parameters that are meaningful only together by their names and types, in files of any
 * format. Start at {@link io.terge.files.group.NamedGroups}, which reports packed weights with
 * their scales and the factors of low-rank updates, and {@link io.terge.files.group.ShardGroup},
 * which reports a file that is one of several shards.
 */
@NullMarked
package io.terge.files.group;

import org.jspecify.annotations.NullMarked;
