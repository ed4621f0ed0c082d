/** YAML and JSON as a tree whose nodes know where they are in the file. Internal. */
@NullMarked
package io.terge.recipes.yaml;

import org.jspecify.annotations.NullMarked;
