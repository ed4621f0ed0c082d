/** Tests of recipes of mergekit: the requests that they are, and the texts of what is wrong. */
@NullMarked
package io.terge.recipes.mergekit;

import org.jspecify.annotations.NullMarked;
