package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.spi.method.Output;

/** What is done with parameters: they are written, or kept to be computed later. */
interface Destination {

    /**
     * What a method has made of a parameter.
     *
     * @param output what it has returned
     * @param operands what that refers to
     * @param method the method, which is blamed for failures
     */
    record Merged(Output output, Operands operands, MethodCall method) {}

    /** Takes a parameter that is merged. */
    void merged(ParameterJob job, Merged merged, BlockScheduler.Worker worker);

    /** Takes a parameter that is copied. */
    void copied(ParameterJob job, Action.Copy copy, BlockScheduler.Worker worker);
}
