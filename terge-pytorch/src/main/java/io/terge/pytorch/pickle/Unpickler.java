package io.terge.pytorch.pickle;

import static java.util.Objects.requireNonNull;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;

/**
 * Reads pickles of protocols 0 to 5. Nothing that a pickle names is looked up, and nothing is
 * called; see the description of this package.
 *
 * @since 0.1
 */
public final class Unpickler {

    private Unpickler() {}

    /**
     * Reads a pickle that may name any function or class except hostile ones.
     *
     * @see #read(PickleInput, PickleLimits, GlobalPolicy)
     */
    public static Unpickled read(PickleInput input, PickleLimits limits) throws IOException {
        return read(input, limits, GlobalPolicy.lenient());
    }

    /**
     * Reads one pickle from the input's position, and leaves the position after its last byte,
     * where another pickle may start.
     *
     * @throws TergeException with {@link TergeCode#FILE_TRUNCATED} or a {@link PickleCode}; the
     *     message has the input's subject and the offset
     * @throws IOException if the input cannot be read
     */
    public static Unpickled read(PickleInput input, PickleLimits limits, GlobalPolicy policy)
            throws IOException {
        requireNonNull(input, "input");
        requireNonNull(limits, "limits");
        requireNonNull(policy, "policy");
        return new Machine(input, limits, policy).run();
    }
}
