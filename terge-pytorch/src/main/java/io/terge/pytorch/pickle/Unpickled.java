package io.terge.pytorch.pickle;

import java.util.List;

/**
 * A pickle that has been read.
 *
 * @param value what it contains
 * @param protocol the protocol it declares; 0 if none, as in protocols 0 and 1
 * @param globals the functions and classes it names, distinct, in order of first appearance
 * @param end the position after its last byte
 * @since 0.1
 */
public record Unpickled(PickleValue value, int protocol, List<PickleGlobal> globals, long end) {

    public Unpickled {
        globals = List.copyOf(globals);
    }
}
