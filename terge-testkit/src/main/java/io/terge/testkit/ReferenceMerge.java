package io.terge.testkit;

import io.terge.spi.MergeMethod;

import java.util.List;

/**
 * Runs a merge method over arrays of {@code double}, slowly and obviously: what any engine's result
 * is measured against. It is a harsh host: blocks are as small as asked for, what lies beyond a
 * block is rubbish, and the output is NaN until written.
 *
 * @param blockSize the most elements in a block
 * @param order in which order blocks are worked on
 * @since 0.1
 */
public record ReferenceMerge(int blockSize, BlockOrder order) {

    /**
     * Checks the block size.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ReferenceMerge {
        if (blockSize < 1) {
            throw new IllegalArgumentException("A block has an element or more: " + blockSize);
        }
    }

    /** A verb of {@link io.terge.spi.ParameterMerge} that writes the output. */
    public enum Verb {
        /** The linear combination of the inputs. */
        COMBINE,
        /** The linear combination of base and inputs. */
        COMBINE_WITH_BASE,
        /** The function of a block. */
        FOR_EACH_BLOCK,
        /** The function of a row. */
        FOR_EACH_ROW,
        /** All values at once. */
        WRITE
    }

    /**
     * What a method did.
     *
     * @param values the output; NaN where nothing was written
     * @param verbs the writing verbs that it called, in order
     * @param unwritten how many elements no block set
     * @param readBase whether it looked at the base
     * @param passes how often it read its inputs
     */
    public record Outcome(
            double[] values, List<Verb> verbs, long unwritten, boolean readBase, int passes) {

        /** Copies the list. */
        public Outcome {
            verbs = List.copyOf(verbs);
        }
    }

    /** Returns the plainest host: everything in one block. */
    public static ReferenceMerge inOneBlock() {
        return new ReferenceMerge(Integer.MAX_VALUE, BlockOrder.FORWARD);
    }

    /**
     * Lets a method merge one parameter.
     *
     * @throws RuntimeException whatever the method throws
     */
    public Outcome run(MergeMethod method, MergeCase mergeCase) {
        ReferenceRun run = new ReferenceRun(this, mergeCase, method.describe());
        method.merge(run);
        return run.outcome();
    }

    @Override
    public String toString() {
        return "blocks of " + blockSize + ", " + order;
    }
}
