package io.terge.spi;

/**
 * A merge method: makes one parameter out of several.
 *
 * <p>The engine guarantees that every input has the shape of the output, that there are as many of
 * them as {@link #describe()} asks for, and that weights and options have been checked. A method
 * sees numbers: no storage type, file or thread. It must be a pure function of what the context
 * gives it, so that a merge has the same result in any order of work and on any number of threads.
 *
 * <p>For a function of the elements, extend {@link ElementwiseMethod} instead.
 *
 * @since 0.1
 */
public interface MergeMethod {

    /** The name by which requests ask for this method: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Merges one parameter: calls one of the context's writing verbs exactly once.
     *
     * <p>Called on several threads at once, for different parameters.
     *
     * @param merge the inputs and the verbs
     */
    void merge(ParameterMerge merge);

    /** What requests have to know of this method. The default: relative weights, no options. */
    default MethodDescription describe() {
        return MethodDescription.of("");
    }
}
