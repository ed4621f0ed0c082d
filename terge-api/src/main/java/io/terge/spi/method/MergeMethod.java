package io.terge.spi.method;

import java.util.List;

/**
 * A merge method: decides what one output parameter is.
 *
 * <p>The engine guarantees that every input has the shape of the output, that there are as many of
 * them as {@link #describe()} asks for, and that weights and options have been checked. A method
 * sees numbers: no storage type, file or thread. It must be a pure function of what the context
 * gives it, so that a merge has the same result in any order of work and on any number of threads.
 * One instance serves all merges and holds no state.
 *
 * <p>For a function of the elements, extend {@link ElementwiseMethod} instead; where a statistic of
 * the whole model comes first, implement {@link SurveyingMethod}.
 *
 * @since 0.1
 */
public interface MergeMethod {

    /** The name by which requests ask for this method: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Decides one parameter. Called on several threads at once, for different parameters.
     *
     * @param merge what it is and what can be learned of its inputs; only for this call
     * @return what the output is; the engine evaluates it after this call
     */
    Output merge(ParameterMerge merge);

    /** What requests have to know of this method. The default: relative weights, no options. */
    default MethodDescription describe() {
        return MethodDescription.of("");
    }

    /**
     * What the method reads with these options. The default is what its description says; override
     * it where an option makes a difference.
     *
     * @param options the values for one parameter, but for those per model
     */
    default Access access(MethodOptions options) {
        return describe().access();
    }

    /**
     * Checks values together that are valid one by one, in planning. The default finds no fault.
     *
     * @param options the values for one parameter, but for those per model
     * @param inputs the models that hold the parameter, with weights and options per model
     * @return what is wrong, a sentence each, e.g. {@code "density + epsilon must be at most 1, but
     *     is 1.1 for model 0"}
     */
    default List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return List.of();
    }
}
