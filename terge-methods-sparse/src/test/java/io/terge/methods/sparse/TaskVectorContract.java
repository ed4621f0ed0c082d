package io.terge.methods.sparse;

import io.terge.testkit.MergeMethodContract;

/** The contract of methods that add changes to the base: without changes, they keep it. */
abstract class TaskVectorContract extends MergeMethodContract {

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }
}
