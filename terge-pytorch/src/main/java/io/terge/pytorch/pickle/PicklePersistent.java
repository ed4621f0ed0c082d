package io.terge.pytorch.pickle;

/**
 * A reference to something outside the pickle. PyTorch refers to the bytes of tensors this way.
 *
 * @since 0.1
 */
public final class PicklePersistent implements PickleValue {

    private final PickleValue id;

    PicklePersistent(PickleValue id) {
        this.id = id;
    }

    /** What is referred to; PyTorch uses a tuple. */
    public PickleValue id() {
        return id;
    }

    @Override
    public String toString() {
        return "a persistent reference";
    }
}
