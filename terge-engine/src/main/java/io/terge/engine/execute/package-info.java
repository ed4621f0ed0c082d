/**
 * From a plan and bytes to bytes: blocks are decoded, merged, encoded and written, on the threads
 * of one scheduler. Nothing here knows requests, selectors or rules. Start at {@link
 * io.terge.engine.execute.MergeExecutor}. Internal.
 */
@NullMarked
package io.terge.engine.execute;

import org.jspecify.annotations.NullMarked;
