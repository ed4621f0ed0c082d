package io.terge.files.staging;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Exchanges two paths by Linux's {@code renameat2}, the only way to replace a directory without a
 * moment in which it is not there. Does nothing where the function is not found, the program was
 * not started with leave for native access, or the file system cannot do it.
 */
final class NativeExchange implements PathExchange {

    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;

    @Override
    public boolean exchange(Path one, Path other) {
        if (!isReal(one) || !isReal(other)) {
            return false; // Their names mean something else to the system, if anything.
        }
        if (!NativeExchange.class.getModule().isNativeAccessEnabled()) {
            return false; // Without leave the JVM prints a warning, and some day will refuse.
        }
        Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        String first = one.toAbsolutePath().toString();
        String second = other.toAbsolutePath().toString();
        Optional<MemorySegment> function = Linker.nativeLinker().defaultLookup().find("renameat2");
        if (function.isEmpty() || !charset.newEncoder().canEncode(first + second)) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            return call(
                            function.get(),
                            arena.allocateFrom(first, charset),
                            arena.allocateFrom(second, charset))
                    == 0;
        }
    }

    private static boolean isReal(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault());
    }

    @SuppressWarnings("restricted") // exchange() has asked for leave.
    private static int call(MemorySegment function, MemorySegment one, MemorySegment other) {
        MethodHandle renameat2 =
                Linker.nativeLinker()
                        .downcallHandle(
                                function,
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.JAVA_INT));
        try {
            return (int) renameat2.invokeExact(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError("A native function throws nothing", impossible);
        }
    }
}
