package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.api.ParameterPlan;
import io.terge.engine.plugin.MethodCall;
import io.terge.spi.method.Output;
import io.terge.tensor.Extent;

/**
 * Checks what a method has returned against what it has declared.
 *
 * @param plan the parameter
 * @param merge how it is merged
 * @param method blames the method
 */
record OutputCheck(ParameterPlan plan, Action.Merge merge, MethodCall method) {

    /**
     * Checks an output.
     *
     * @throws io.terge.error.TergeException with code {@code PLUGIN_FAILED} if it does not fit
     */
    void check(Output output) {
        switch (output) {
            case Output.Linear linear -> check(linear);
            case Output.Blocks blocks -> {}
            case Output.Rows rows -> checkExtent(Extent.ROW, "rows", "rows()");
            case Output.Whole whole -> {
                checkExtent(Extent.TENSOR, "a whole tensor", "wholeTensors()");
                checkCount("value", "element", plan.output().elements(), whole.values().length);
            }
        }
    }

    private void check(Output.Linear linear) {
        checkCount("coefficient", "model", merge.inputs().size(), linear.coefficients().length);
        if (linear.base().isPresent() && merge.base().isEmpty()) {
            throw method.broken(
                    "it returns a term of the base for %s but does not declare withBase()",
                    "declare withBase() in the method's Access, or return Output.linear(...)");
        }
    }

    private void checkExtent(Extent needed, String what, String declaration) {
        if (merge.extent() != needed) {
            throw method.broken(
                    "it returns " + what + " for %s but does not declare " + declaration,
                    "declare " + declaration + " in the method's Access");
        }
    }

    private void checkCount(String what, String of, long expected, long actual) {
        if (expected != actual) {
            throw method.broken(
                    "expected %d %ss for %%s (one per %s), got %d"
                            .formatted(expected, what, of, actual),
                    "return one %s per %s".formatted(what, of));
        }
    }
}
