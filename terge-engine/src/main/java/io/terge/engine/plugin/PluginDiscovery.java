package io.terge.engine.plugin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what is installed. The one class that calls {@link ServiceLoader}. */
public final class PluginDiscovery {

    private PluginDiscovery() {}

    /**
     * Finds the plugins that a class loader sees.
     *
     * @param loader where to look
     * @param problems told of every plugin that cannot be loaded
     */
    public static Plugins discover(ClassLoader loader, Consumer<Problem> problems) {
        return new Plugins(
                load(MergeMethod.class, loader, problems),
                load(ModelAdapter.class, loader, problems),
                load(ParameterSelector.class, loader, problems));
    }

    private static <P> List<P> load(Class<P> kind, ClassLoader loader, Consumer<Problem> problems) {
        List<P> plugins = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Iterator<P> found = ServiceLoader.load(kind, loader).iterator();
        @Nullable Problem last = null;
        boolean more = true;
        while (more) {
            try {
                more = found.hasNext();
                if (more) {
                    P plugin = found.next();
                    done.add(plugin.getClass().getName());
                    plugins.add(plugin);
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                // One broken plugin does not hide the others: the next call goes on behind it. The
                // same failure again means that it does not: the loader itself fails.
                Problem problem = problem(kind, broken, loader, done);
                more = last == null || !problem.equals(last);
                last = problem;
                if (more) {
                    problems.accept(problem);
                }
            }
        }
        return plugins;
    }

    // Only the message of a LinkageError does not name the class, but another that is missing.
    private static Optional<String> origin(
            Class<?> kind, Error broken, ClassLoader loader, Set<String> done) {
        DeclaredProviders declared = DeclaredProviders.of(kind, loader);
        Optional<String> provider =
                broken instanceof LinkageError
                        ? declared.firstExcept(done)
                        : declared.namedIn(reason(broken));
        provider.ifPresent(done::add);
        return provider.flatMap(declared::origin);
    }

    private static Problem problem(
            Class<?> kind, Error broken, ClassLoader loader, Set<String> done) {
        Problem problem =
                Problem.of(
                        TergeCode.INVALID_PLUGIN,
                        "A %s cannot be loaded: %s"
                                .formatted(kind.getSimpleName(), reason(broken)));
        Optional<String> origin = origin(kind, broken, loader, done);
        Problem explained =
                Optional.ofNullable(broken.getCause())
                        .map(cause -> problem.note("because: " + cause))
                        .orElse(problem);
        return origin.map(from -> explained.note("from: " + from).fix("repair or remove " + from))
                .orElseGet(
                        () ->
                                explained.fix(
                                        "repair or remove the jar whose META-INF/services names"
                                                + " it"));
    }

    // The message of a LinkageError is often a bare name.
    private static String reason(Error broken) {
        return broken instanceof LinkageError
                ? broken.toString()
                : String.valueOf(broken.getMessage());
    }
}
