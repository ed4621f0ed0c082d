package io.terge.engine.plugin;

import com.google.inject.AbstractModule;

/** Hands over the plugins, which were found before there is an injector. */
public final class PluginModule extends AbstractModule {

    private final Registries registries;

    /** Makes the module of these plugins. */
    public PluginModule(Registries registries) {
        this.registries = registries;
    }

    @Override
    protected void configure() {
        bind(Registries.class).toInstance(registries);
    }
}
