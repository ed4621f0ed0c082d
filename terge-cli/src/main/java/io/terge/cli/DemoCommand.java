package io.terge.cli;

import static java.util.stream.Collectors.joining;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Shows terge at work: runs the very commands that a user would type. */
@Command(
        name = "demo",
        description = {
            "Create three small models in a temporary directory and merge them.",
            "Shows the commands, the plan, the lineage, and the location of the files."
        })
final class DemoCommand implements Callable<Integer> {

    private static final List<String> HOW =
            List.of(
                    "--weights", "regex:bias$=1,1,2",
                    "--weights", "3,2,1",
                    "--exclude", "glob:head.*");

    private final Cli cli;

    @Spec private CommandSpec command = CommandSpec.create();

    DemoCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Path folder;
        List<String> models;
        try {
            folder = Files.createTempDirectory("terge-demo-");
            models = DemoModels.write(folder).stream().map(Path::toString).toList();
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
        Path merged = folder.resolve("merged.safetensors");
        Path lineage = folder.resolve("lineage.json");

        int status = run(out, "inspect", List.of(models.getFirst()));
        if (status == 0) {
            status = run(out, "plan", models, HOW, List.of("--out", merged.toString()));
        }
        if (status == 0) {
            List<String> where =
                    List.of("--out", merged.toString(), "--lineage", lineage.toString());
            status = run(out, "merge", models, HOW, where);
        }
        if (status == 0) {
            showFiles(out, folder, lineage);
        }
        return status;
    }

    private static TergeException cannotWrite(IOException failure) {
        return new TergeException(
                Problem.of(
                                FailureReason.codeOfWriting(failure),
                                "Cannot write the demo models to the temporary directory: "
                                        + FailureReason.withFile(failure))
                        .fix("set TMPDIR to a directory with free space"),
                failure);
    }

    @SafeVarargs
    private int run(PrintWriter out, String name, List<String>... arguments) {
        List<String> words = new ArrayList<>(List.of(name));
        for (List<String> more : arguments) {
            words.addAll(more);
        }
        out.println("$ terge" + words.stream().map(DemoCommand::shown).collect(joining()));
        int status = cli.run(words.toArray(String[]::new));
        out.println();
        return status;
    }

    private static void showFiles(PrintWriter out, Path folder, Path lineage) throws IOException {
        out.println("$ cat " + lineage);
        out.println(Files.readString(lineage).strip());
        out.println();
        out.println("The models, the merged model and its lineage are in " + folder);
    }

    /** As typed in a shell: each option on a line of its own. */
    private static String shown(String word) {
        String quoted = word.matches("[A-Za-z0-9_./,:=-]+") ? word : "'" + word + "'";
        return (word.startsWith("--") ? " \\\n    " : " ") + quoted;
    }
}
