@NullMarked
package io.terge.recipes.file;

import org.jspecify.annotations.NullMarked;
