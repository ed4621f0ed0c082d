package io.terge.files.staging;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/**
 * A path of a {@link FrozenFileSystem}: does what the real one does.
 *
 * @param real the real one
 * @param provider makes the paths that are derived from it
 */
record FrozenPath(Path real, FrozenProvider provider) implements InvocationHandler {

    /** The path as such. */
    Path path() {
        return (Path)
                Proxy.newProxyInstance(
                        FrozenPath.class.getClassLoader(), new Class<?>[] {Path.class}, this);
    }

    /** The real path of such a path; any other path itself. */
    static Path unwrap(Path path) {
        return Proxy.isProxyClass(path.getClass())
                ? ((FrozenPath) Proxy.getInvocationHandler(path)).real()
                : path;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return provider.system();
        }
        if (method.getName().equals("iterator")) {
            return StreamSupport.stream(real.spliterator(), false).map(provider::path).iterator();
        }
        if (method.isDefault() && method.getName().equals("spliterator")) {
            throw new UnsupportedOperationException();
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Object[] unwrapped =
                Arrays.stream(given)
                        .map(one -> one instanceof Path path ? unwrap(path) : one)
                        .toArray();
        try {
            Object result = method.invoke(real, unwrapped);
            return result instanceof Path path ? provider.path(path) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
