package io.terge.engine.plan;

import io.terge.api.ParameterPlan;

import java.util.List;

/** Tells how much memory running a plan takes. Bound to what the executor really does. */
@FunctionalInterface
public interface MemoryEstimate {

    /** What the run of these parameters takes for numbers. */
    MemoryNeed of(List<ParameterPlan> parameters);
}
