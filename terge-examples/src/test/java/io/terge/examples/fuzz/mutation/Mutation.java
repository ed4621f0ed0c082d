package io.terge.examples.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/** A change of a file. */
@FunctionalInterface
public interface Mutation {

    /**
     * Returns the changed bytes, which may have another length.
     *
     * @param bytes at least one byte; not changed
     * @param random all that the change depends on besides
     */
    byte[] apply(byte[] bytes, RandomGenerator random);

    /** Returns one of several changes, each as likely. */
    static Mutation oneOf(List<Mutation> all) {
        return (bytes, random) -> Pick.of(all, random).apply(bytes, random);
    }
}
