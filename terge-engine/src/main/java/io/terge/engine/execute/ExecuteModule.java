package io.terge.engine.execute;

import com.google.inject.AbstractModule;

/** Runs plans. */
public final class ExecuteModule extends AbstractModule {

    private final ExecutionSettings settings;

    /** Makes the module with these settings. */
    public ExecuteModule(ExecutionSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(ExecutionSettings.class).toInstance(settings);
        bind(MergeExecutor.class);
    }
}
