package io.terge.cli;

import io.terge.api.PluginDescription;
import io.terge.cli.text.PluginText;
import io.terge.error.Problem;
import io.terge.error.Suggestions;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lists the installed plugins of one kind. */
@Command(
        sortOptions = false,
        description =
                "List the installed ${COMMAND-NAME} and the jars they come from, or explain one of"
                        + " them.",
        footerHeading = "%nExamples:%n",
        footer = {"  terge ${COMMAND-NAME}", "  terge ${COMMAND-NAME} --plugins my-jars"})
final class PluginsCommand implements Callable<Integer> {

    private final PluginDescription.Kind kind;

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The one to explain. Default: list all.")
    private Optional<String> name = Optional.empty();

    @Mixin private PluginOptions plugins = new PluginOptions();

    PluginsCommand(PluginDescription.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        return plugins.run(
                merger -> {
                    List<PluginDescription> installed =
                            merger.plugins().stream()
                                    .filter(plugin -> plugin.kind() == kind)
                                    .toList();
                    PrintWriter out = command.commandLine().getOut();
                    if (name.isEmpty()) {
                        PluginText.print(installed, out);
                    } else {
                        PluginText.explain(named(name.get(), installed), out);
                    }
                    return ExitStatus.DONE;
                });
    }

    private PluginDescription named(String wanted, List<PluginDescription> installed) {
        String plain = wanted.replace('-', '_');
        return installed.stream()
                .filter(plugin -> plugin.name().replace('-', '_').equals(plain))
                .findFirst()
                .orElseThrow(() -> new TergeException(unknown(wanted, installed)));
    }

    private Problem unknown(String wanted, List<PluginDescription> installed) {
        List<String> names = installed.stream().map(PluginDescription::name).toList();
        return Problem.of(
                        code(),
                        "There is no %s %s.%s"
                                .formatted(
                                        kind.name().toLowerCase(Locale.ROOT),
                                        Quoted.of(wanted),
                                        Suggestions.question(wanted, names)))
                .fix(
                        "use one that 'terge %ss' lists"
                                .formatted(kind.name().toLowerCase(Locale.ROOT)));
    }

    private TergeCode code() {
        return switch (kind) {
            case METHOD -> TergeCode.UNKNOWN_METHOD;
            case ADAPTER -> TergeCode.UNKNOWN_ADAPTER;
            case SELECTOR -> TergeCode.UNKNOWN_SELECTOR;
        };
    }
}
