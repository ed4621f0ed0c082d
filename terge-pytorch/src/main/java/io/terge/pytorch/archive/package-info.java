/**
 * The layouts of files: zip archives of {@code torch.save}, TorchScript and {@code torch.export},
 * and the pickles in a row of PyTorch before 1.6. What they contain is not interpreted here.
 */
@NullMarked
package io.terge.pytorch.archive;

import org.jspecify.annotations.NullMarked;
