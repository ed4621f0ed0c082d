@NullMarked
package io.terge.recipes.value;

import org.jspecify.annotations.NullMarked;
