@NullMarked
package io.terge.files.group;

import org.jspecify.annotations.NullMarked;
