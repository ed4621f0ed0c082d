package io.terge.engine.plan;

import com.google.inject.AbstractModule;

/** Makes plans. */
public final class PlanModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(HeaderReader.class);
        bind(RuleCompiler.class);
        bind(OutputPlanner.class);
        bind(UsedPlugins.class);
        bind(MergePlanner.class);
    }
}
