package io.terge.pytorch.exported;

import io.terge.files.zip.ZipEntry;

/**
 * An entry that PyTorch unpickles when it loads a program.
 *
 * @param entry the entry
 * @param saved whether it is a file of {@code torch.save}; else it is a pickle and nothing else
 */
public record PickledEntry(ZipEntry entry, boolean saved) {}
