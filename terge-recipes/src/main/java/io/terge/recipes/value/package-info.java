/** Values as people write them, in recipes and on the command line. */
@NullMarked
package io.terge.recipes.value;

import org.jspecify.annotations.NullMarked;
