/**
 * A model format to copy from: NumPy's {@code .npz}, which is a zip file with one {@code .npy} file
 * for each array. Start at {@link io.terge.examples.npz.NpzAdapter}, which is all that others see.
 *
 * <p>Reading goes {@code ZipArchive} (where the members are) to {@code NpyHeader} (type and shape
 * of each) to {@code NpzSource}; no number is read before somebody asks for it. Writing goes {@code
 * NpzLayout} (where everything will be) to {@code NpzWriter}. What every format in files needs
 * comes from {@code terge-files}: zip archives, reading at positions, a file that appears complete
 * or not at all, quoting names in messages. What is wrong with an array has a code in {@code
 * NpzCode}.
 *
 * <p>The one line in {@code META-INF/services/io.terge.spi.format.ModelAdapter} makes terge find
 * it, and {@code NpzAdapterContractTest} shows that it does what the engine relies on.
 */
@NullMarked
package io.terge.examples.npz;

import org.jspecify.annotations.NullMarked;
