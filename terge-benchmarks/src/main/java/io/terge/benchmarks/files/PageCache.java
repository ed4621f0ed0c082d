package io.terge.benchmarks.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Has the system forget what it keeps in memory of files, so that they are read from the disk.
 * Linux only.
 */
public final class PageCache {

    // Of Linux on every processor that Java runs on but s390.
    private static final int DO_NOT_NEED = 4;
    private static final int READ_ONLY = 0;

    private final MethodHandle open;
    private final MethodHandle advise;
    private final MethodHandle close;

    private PageCache() {
        this.open =
                function(
                        "open",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        this.advise =
                function(
                        "posix_fadvise",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT));
        this.close =
                function(
                        "close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }

    /**
     * Returns the cache of this system.
     *
     * @throws IOException if the system is not Linux
     */
    public static PageCache ofThisSystem() throws IOException {
        String system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            throw new IOException(
                    "Only Linux can be told to forget files, and this is %s: omit --cold"
                            .formatted(system));
        }
        return new PageCache();
    }

    @SuppressWarnings("restricted") // ./run gives leave.
    private static MethodHandle function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup symbols = linker.defaultLookup();
        return linker.downcallHandle(symbols.findOrThrow(name), type);
    }

    /**
     * Forgets a file. What was written to it and is not on the disk yet is written first, as the
     * system does not forget that.
     */
    public void forget(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            channel.force(true);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(file.toAbsolutePath().toString());
            int opened = (int) open.invokeExact(path, READ_ONLY);
            if (opened < 0) {
                throw new IOException("Cannot open " + file);
            }
            int error = (int) advise.invokeExact(opened, 0L, 0L, DO_NOT_NEED);
            int closed = (int) close.invokeExact(opened);
            if (error != 0 || closed != 0) {
                throw new IOException("The system does not forget " + file + ": error " + error);
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked); // Functions of C throw nothing.
        }
    }
}
