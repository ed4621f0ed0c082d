/** Shows that the contracts pass good plugins and fail bad ones: each fault has its plugin here. */
@NullMarked
package io.terge.testkit;

import org.jspecify.annotations.NullMarked;
