@NullMarked
package io.terge.pytorch;

import org.jspecify.annotations.NullMarked;
