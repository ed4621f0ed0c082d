package io.terge.cli;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** The process of the {@code terge} command. */
public final class Main {

    /** As in {@link ExitStatus}, which may be one of the classes that cannot be loaded. */
    private static final int REJECTED = 3;

    private Main() {}

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        // Read when the first class of Guice is loaded: no bytecode at run time, a faster start.
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        useOwnStandardError();
        CancelOnSignal signals = CancelOnSignal.watch(Thread.currentThread());
        int status = ExitStatus.FAULT.code();
        try {
            status = new Cli(Terminal.ofProcess()).run(arguments);
        } catch (LinkageError | TypeNotPresentException unloaded) {
            status = withoutClasses(unloaded);
        } finally {
            signals.finished(status);
        }
        System.exit(status);
    }

    /** Classes are in files: where the system allows too few, they are missing. */
    private static int withoutClasses(Throwable unloaded) {
        try (FileInputStream _ = new FileInputStream("/dev/null")) {
            throw new IllegalStateException("A class of terge is missing", unloaded);
        } catch (IOException tooManyFiles) {
            System.err.println("error: [TOO_MANY_FILES] The system allows too few open files");
            System.err.println("   fix: raise the limit (ulimit -n 256)");
            return REJECTED;
        }
    }

    /** The launcher filters the JVM's own output on the standard error, and passes the real one. */
    private static void useOwnStandardError() {
        String file = System.getProperty("terge.stderr");
        if (file == null) {
            return;
        }
        try {
            FileOutputStream bytes = new FileOutputStream(file, true);
            System.setErr(new PrintStream(bytes, true, System.err.charset()));
        } catch (FileNotFoundException notOfThisKind) {
            // A socket cannot be opened again; the launcher forwards the output.
        }
    }
}
