package io.terge.cli;

import io.terge.api.MergePlan;

/**
 * Models of very many parameters. Planning them leaves more on the heap than the plan: the serial
 * collector would grow the heap up to its limit before it looks.
 */
final class LargeHeaders {

    /** Fewer are not worth the time of a collection. */
    private static final int MANY = 10_000;

    private LargeHeaders() {}

    /** Frees what planning or merging has left, where that is much. */
    static void collect(MergePlan plan) {
        if (plan.parameters().size() >= MANY) {
            System.gc();
        }
    }
}
