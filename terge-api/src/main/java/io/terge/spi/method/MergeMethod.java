package io.terge.spi.method;

import java.util.List;

/**
 * A merge method: decides how an output parameter is computed from its inputs.
 *
 * <p>The engine guarantees that every input has the shape of the output, that their number is one
 * that {@link #describe()} permits, and that weights and options have been checked. A method sees
 * {@code double} values only, and no storage types, files or threads. It must be a pure function of
 * the {@link ParameterMerge}, so that the output does not depend on the order of work or the number
 * of threads. One instance serves all merges, on several threads at once, and must have no mutable
 * state.
 *
 * <p>For a function of single elements, use {@link ElementwiseMethod}; if a statistic of the whole
 * model is needed first, implement {@link SurveyingMethod}. An exception that a method throws ends
 * the merge with {@link io.terge.error.TergeCode#PLUGIN_FAILED}.
 *
 * @since 0.1
 */
public interface MergeMethod {

    /** The name of this method in requests: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Decides how one parameter is computed. Called once for each parameter, on several threads at
     * once for different parameters.
     *
     * @param merge the parameter, its inputs and their statistics; statistics may be gathered
     *     during this call only
     * @return the output, which the engine evaluates after this call
     */
    Output merge(ParameterMerge merge);

    /**
     * Describes this method: its weights, options, number of inputs and access. Must always return
     * the same. The default has relative weights, no options and no base.
     */
    default MethodDescription describe() {
        return MethodDescription.of("");
    }

    /**
     * Returns what the method reads with the given options. The default is the access in its
     * description; override it if the access depends on an option.
     *
     * @param options the values for one parameter, except those per model
     */
    default Access access(MethodOptions options) {
        return describe().access();
    }

    /**
     * Checks combinations of values that are valid individually. Called in planning. The default
     * accepts all.
     *
     * @param options the values for one parameter, except those per model
     * @param inputs the models that have the parameter, with weights and per-model options
     * @return what is wrong, one sentence each, e.g. {@code "density + epsilon must be at most 1,
     *     but is 1.1 for model 0"}
     */
    default List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return List.of();
    }
}
