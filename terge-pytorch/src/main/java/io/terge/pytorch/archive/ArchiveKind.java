package io.terge.pytorch.archive;

/** What wrote an archive. */
public enum ArchiveKind {
    /** {@code torch.save}: one object. */
    SAVED,
    /** TorchScript: a module with its code. */
    SCRIPT,
    /** {@code torch.export}: a graph, and the weights it was made from. */
    EXPORTED
}
