package io.terge.testkit;

import io.terge.spi.method.MergeMethod;

/** A method that a contract is put to. */
interface MethodCase {

    /** The test that has to fail; empty where all pass. */
    String caughtBy();

    /** Returns the method. */
    MergeMethod create();
}
