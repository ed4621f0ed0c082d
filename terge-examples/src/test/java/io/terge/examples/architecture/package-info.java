/**
 * The rules that keep the project's shape. Each comes with a class that breaks it, which is
 * compiled on the spot, so that no rule holds only because it says nothing.
 */
@NullMarked
package io.terge.examples.architecture;

import org.jspecify.annotations.NullMarked;
