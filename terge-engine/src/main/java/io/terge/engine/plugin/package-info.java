/**
 * Names to plugins: finds what is installed, refuses two of one name, and says what there is when a
 * name is not known. The only place that calls {@link java.util.ServiceLoader}. Internal.
 */
@NullMarked
package io.terge.engine.plugin;

import org.jspecify.annotations.NullMarked;
