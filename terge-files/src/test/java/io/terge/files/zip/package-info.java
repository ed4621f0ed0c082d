@NullMarked
package io.terge.files.zip;

import org.jspecify.annotations.NullMarked;
