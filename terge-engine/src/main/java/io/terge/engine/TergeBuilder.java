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
 * Builds a {@link Merger}.
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

    /** Adds a merge method. */
    public TergeBuilder plugin(MergeMethod method) {
        methods.add(requireNonNull(method, "method"));
        return this;
    }

    /** Adds a model adapter. */
    public TergeBuilder plugin(ModelAdapter adapter) {
        adapters.add(requireNonNull(adapter, "adapter"));
        return this;
    }

    /** Adds a parameter selector. */
    public TergeBuilder plugin(ParameterSelector selector) {
        selectors.add(requireNonNull(selector, "selector"));
        return this;
    }

    /**
     * Whether plugins are looked for. The default is yes; without it there are only those that were
     * added, and not even the engine's own.
     */
    public TergeBuilder discover(boolean whether) {
        discover = whether;
        return this;
    }

    /** Where plugins are looked for. The default is the thread's context class loader. */
    public TergeBuilder classLoader(ClassLoader loader) {
        classLoader = requireNonNull(loader, "loader");
        return this;
    }

    /**
     * How many threads work on a merge. The default is one for each processor. The output is the
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
     * How much memory a merge may take for numbers, on the heap and off it together. The default is
     * 512 MB. A merge takes far less where its methods look at some elements at a time, as most do;
     * one that needs more is rejected in planning. With a low limit less is read at a time, and
     * fewer threads work.
     *
     * @param bytes 1 or more
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
     * How many bytes of weights the merger has to read, in all its merges, before it uses vector
     * code. The default is 4 GB: vector code is several times faster, but takes the JVM seconds of
     * work to compile. It needs an option of the JVM, of which {@link Terge#advice()} tells; the
     * output is the same.
     *
     * @param bytes 0 to use it from the start, as is best where many merges are to come
     * @throws IllegalArgumentException if it is negative
     */
    public TergeBuilder vectorCodeFrom(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("Expected 0 or more bytes, got " + bytes);
        }
        settings = settings.vectorBytes(bytes);
        return this;
    }

    /** Cuts up the work in other ways; for tests that show that this changes no byte. */
    TergeBuilder settings(ExecutionSettings other) {
        settings = other;
        return this;
    }

    /** Uses other loops over numbers; for tests that show that this changes no byte. */
    TergeBuilder kernels(Kernels others) {
        kernels = others;
        return this;
    }

    /**
     * Returns the merger.
     *
     * @throws io.terge.error.TergeException if a plugin is broken or two have one name
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
