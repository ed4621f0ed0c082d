package io.terge.engine.plan;

import com.google.inject.AbstractModule;

/** Makes plans. */
public final class PlanModule extends AbstractModule {

    private final MemoryEstimate memory;

    /** Makes the module; the estimate comes from what runs the plans. */
    public PlanModule(MemoryEstimate memory) {
        this.memory = memory;
    }

    @Override
    protected void configure() {
        bind(MemoryEstimate.class).toInstance(memory);
        bind(HeaderReader.class);
        bind(OptionChecker.class);
        bind(RuleCompiler.class);
        bind(OutputPlanner.class);
        bind(MergePlanner.class);
    }
}
