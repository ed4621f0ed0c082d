package io.terge.engine.plan;

import io.terge.api.ParameterPlan;

import java.util.List;

/** Tells how much memory running a plan takes. Bound to what the executor really does. */
@FunctionalInterface
public interface MemoryEstimate {

    /** The most bytes of scratch memory that the run of these parameters takes. */
    long of(List<ParameterPlan> parameters);
}
