/**
 * Models of the Deep Java Library (DJL) in memory, with this module on the class path:
 *
 * <pre>{@code
 * Terge.merge(blockA, blockB).inPlace();
 * }</pre>
 *
 * <p>{@link io.terge.djl.DjlModels} gives such models a name and combines them with models in files
 * and directories; {@link io.terge.djl.PyTorchNames} maps the parameter names of a block to those
 * of the same network in PyTorch. The engine of DJL and its native code are not included: choose
 * them as for any DJL application.
 */
@NullMarked
package io.terge.djl;

import org.jspecify.annotations.NullMarked;
