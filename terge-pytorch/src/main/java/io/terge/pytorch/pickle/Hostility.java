package io.terge.pytorch.pickle;

import io.terge.error.TergeException;
import io.terge.files.Quoted;

/** Refuses pickles that are made to run code. */
final class Hostility {

    private Hostility() {}

    /**
     * Returns the refusal.
     *
     * @param does what the pickle does to a function or class, e.g. {@code names}
     */
    static TergeException refuse(PickleInput input, String does, PickleGlobal global) {
        return refuse(input, "%s %s".formatted(does, Quoted.of(global.dotted())));
    }

    /**
     * Returns the refusal.
     *
     * @param does what the pickle does
     */
    static TergeException refuse(PickleInput input, String does) {
        return new TergeException(
                input.problem(
                                PickleCode.PICKLE_HOSTILE,
                                "the pickle %s, which can run code".formatted(does))
                        .note(
                                "terge executes no code from a pickle, but Python does when it"
                                        + " loads one")
                        .fix(
                                "do not load this file with Python; get the model from a trusted"
                                        + " source"));
    }
}
