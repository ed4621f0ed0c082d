@NullMarked
package io.terge.recipes.own;

import org.jspecify.annotations.NullMarked;
