package io.terge.engine;

import com.google.inject.PrivateModule;
import com.google.inject.Scopes;

import io.terge.api.Merger;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.execute.ExecuteModule;
import io.terge.engine.filter.FilterModule;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.lineage.LineageModule;
import io.terge.engine.model.ModelModule;
import io.terge.engine.plan.PlanModule;
import io.terge.engine.plugin.PluginModule;
import io.terge.engine.plugin.Registries;
import io.terge.engine.plugin.TergeVersion;

/**
 * Guice module that binds {@link Merger} as a singleton and exposes nothing else.
 *
 * <pre>{@code
 * Guice.createInjector(TergeModule.of(Terge.builder().threads(4)), new MyModule());
 * }</pre>
 *
 * @since 0.1
 */
public final class TergeModule extends PrivateModule {

    private final Registries plugins;
    private final ExecutionSettings settings;
    private final Kernels kernels;

    private TergeModule(Registries plugins, ExecutionSettings settings, Kernels kernels) {
        this.plugins = plugins;
        this.settings = settings;
        this.kernels = kernels;
    }

    /** Returns a module with all installed plugins and default settings. */
    public static TergeModule create() {
        return of(Terge.builder());
    }

    /**
     * Returns a module with the plugins and settings of a builder, which are read now.
     *
     * @throws io.terge.error.TergeException if a plugin cannot be loaded, or two have the same name
     */
    public static TergeModule of(TergeBuilder builder) {
        return new TergeModule(builder.registries(), builder.settings(), builder.kernels());
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        install(new PluginModule(plugins));
        install(new ModelModule());
        install(new FilterModule());
        install(new PlanModule());
        install(new ExecuteModule(settings, kernels));
        install(new LineageModule(TergeVersion.current()));
        bind(Merger.class).to(DefaultMerger.class);
        bind(DefaultMerger.class).in(Scopes.SINGLETON);
        expose(Merger.class);
    }
}
