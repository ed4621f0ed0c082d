package io.terge.engine;

import static java.util.Objects.requireNonNull;

import com.google.inject.Guice;
import com.google.inject.Stage;

import io.terge.api.MergeRejectedException;
import io.terge.api.Merger;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.plugin.PluginDiscovery;
import io.terge.engine.plugin.Plugins;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds a {@link Merger}. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class TergeBuilder {

    private final List<MergeMethod> methods = new ArrayList<>();
    private final List<ModelAdapter> adapters = new ArrayList<>();
    private final List<ParameterSelector> selectors = new ArrayList<>();
    private boolean discover = true;
    private ClassLoader classLoader = defaultClassLoader();
    private ExecutionSettings settings = ExecutionSettings.ofThisMachine();
    private Kernels kernels = Kernels.fastest();

    TergeBuilder() {}

    /** Adds a merge method, in addition to discovered ones. */
    public TergeBuilder plugin(MergeMethod method) {
        methods.add(requireNonNull(method, "method"));
        return this;
    }

    /** Adds a model adapter, in addition to discovered ones. */
    public TergeBuilder plugin(ModelAdapter adapter) {
        adapters.add(requireNonNull(adapter, "adapter"));
        return this;
    }

    /** Adds a parameter selector, in addition to discovered ones. */
    public TergeBuilder plugin(ParameterSelector selector) {
        selectors.add(requireNonNull(selector, "selector"));
        return this;
    }

    /**
     * Sets whether plugins are discovered with {@link java.util.ServiceLoader}. The default is
     * {@code true}. If {@code false}, only plugins added to this builder are available, without the
     * engine's own selectors and in-memory models.
     */
    public TergeBuilder discover(boolean whether) {
        discover = whether;
        return this;
    }

    /**
     * Sets the class loader to discover plugins with. The default is the context class loader of
     * the thread that created the builder.
     */
    public TergeBuilder classLoader(ClassLoader loader) {
        classLoader = requireNonNull(loader, "loader");
        return this;
    }

    /**
     * Sets the number of threads of a merge. The default is one per processor. The output is the
     * same for any number.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public TergeBuilder threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Expected at least 1 thread, got " + count);
        }
        settings = settings.threads(count);
        return this;
    }

    /**
     * Sets the maximum memory of a merge for tensor data, on and off the heap together. The default
     * is 512 MB. Most merges take far less, because their methods need only a block at a time; one
     * that needs more is rejected in planning. With a low limit, less is read at a time and fewer
     * threads work.
     *
     * @param bytes the limit in bytes, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public TergeBuilder maxMemory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("Expected at least 1 byte of memory, got " + bytes);
        }
        settings = settings.maxMemory(bytes);
        return this;
    }

    /**
     * Sets how many bytes of weights the merger reads, in all its merges together, before it uses
     * vector code. The default is 24 GB: vector code is about twice as fast, but takes the JVM
     * seconds to compile. It needs a JVM option; see {@link Terge#advice()}. The output is the
     * same.
     *
     * @param bytes the threshold in bytes; 0 uses vector code from the start, which suits processes
     *     that merge repeatedly
     * @throws IllegalArgumentException if it is negative
     */
    public TergeBuilder vectorCodeFrom(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("Expected 0 or more bytes, got " + bytes);
        }
        settings = settings.vectorBytes(bytes);
        return this;
    }

    /** Sets how the work is divided; for tests that the output does not depend on it. */
    TergeBuilder settings(ExecutionSettings other) {
        settings = other;
        return this;
    }

    /** Sets the kernels; for tests that the output does not depend on them. */
    TergeBuilder kernels(Kernels others) {
        kernels = others;
        return this;
    }

    /**
     * Returns a new merger.
     *
     * @throws io.terge.error.TergeException if a plugin cannot be loaded, or two have the same name
     */
    public Merger build() {
        return Guice.createInjector(Stage.PRODUCTION, TergeModule.of(this))
                .getInstance(Merger.class);
    }

    Registries registries() {
        List<Problem> problems = new ArrayList<>();
        Plugins given = new Plugins(methods, adapters, selectors);
        Plugins all =
                discover ? given.and(PluginDiscovery.discover(classLoader, problems::add)) : given;
        Registries registries = Registries.of(all, problems::add);
        if (!problems.isEmpty()) {
            throw new MergeRejectedException("Cannot use the plugins", problems);
        }
        return registries;
    }

    ExecutionSettings settings() {
        return settings;
    }

    Kernels kernels() {
        return kernels;
    }

    private static ClassLoader defaultClassLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : requireNonNull(TergeBuilder.class.getClassLoader());
    }
}
