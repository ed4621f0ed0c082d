@NullMarked
package io.terge.hf.config;

import org.jspecify.annotations.NullMarked;
