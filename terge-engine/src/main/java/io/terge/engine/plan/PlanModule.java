package io.terge.engine.plan;

import com.google.inject.AbstractModule;

import io.terge.engine.plan.named.HeaderReader;
import io.terge.engine.plan.rules.RuleCompiler;

/** Makes plans. */
public final class PlanModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(HeaderReader.class);
        bind(RuleCompiler.class);
        bind(OutputPlanner.class);
        bind(UsedPlugins.class);
        bind(MergePlanner.class);
        bind(StagePlanner.class);
    }
}
