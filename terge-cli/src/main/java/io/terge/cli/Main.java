package io.terge.cli;

/** The process of the {@code terge} command. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        // Read when the first class of Guice is loaded: no bytecode at run time, a faster start.
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        CancelOnSignal signals = CancelOnSignal.watch(Thread.currentThread());
        int status = ExitStatus.FAULT.code();
        try {
            status = new Cli(Terminal.ofProcess()).run(arguments);
        } finally {
            signals.finished(status);
        }
        System.exit(status);
    }
}
