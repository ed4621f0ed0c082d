package io.terge.cli;

import io.terge.engine.Terge;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of all commands: options that every one of them has. */
@Command(
        name = "terge",
        description = "Merge neural-network checkpoints into one.",
        versionProvider = TergeCommand.Version.class,
        customSynopsis = "terge COMMAND [ARGUMENTS]",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  terge demo",
            "  terge merge a.safetensors b.safetensors --out merged.safetensors",
            "  terge merge --help"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:success",
            "1:internal error",
            "2:usage error: the command line is malformed",
            "3:rejected, or a plugin failed; nothing was written",
            "4:I/O error: reading or writing failed",
            "130:cancelled; nothing was written"
        })
final class TergeCommand {

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log in detail, and print the stack trace of an error.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "terge " + Terge.version(),
                "Java ${java.version} (${java.vendor}), ${os.name} ${os.arch}"
            };
        }
    }
}
