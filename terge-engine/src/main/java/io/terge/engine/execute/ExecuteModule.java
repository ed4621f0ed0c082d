package io.terge.engine.execute;

import com.google.inject.AbstractModule;

import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.kernel.Kernels;

/** Runs plans. */
public final class ExecuteModule extends AbstractModule {

    private final ExecutionSettings settings;
    private final Kernels kernels;

    public ExecuteModule(ExecutionSettings settings, Kernels kernels) {
        this.settings = settings;
        this.kernels = kernels;
    }

    @Override
    protected void configure() {
        bind(ExecutionSettings.class).toInstance(settings);
        bind(Kernels.class).toInstance(kernels);
        bind(MergeExecutor.class);
    }
}
