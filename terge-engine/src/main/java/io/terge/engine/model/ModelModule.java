package io.terge.engine.model;

import com.google.inject.AbstractModule;

/** Opens models and targets. */
public final class ModelModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(AdapterChooser.class);
        bind(ModelOpener.class);
        bind(TargetOpener.class);
    }
}
