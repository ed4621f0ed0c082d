package io.terge.benchmarks.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A merge as a user of PyTorch writes it by hand.
 *
 * @param python the interpreter
 * @param script the script's file
 * @param recipe what is merged
 * @param threads how many threads PyTorch may use
 */
public record TorchMerge(String python, Path script, Recipe recipe, int threads) implements Task {

    /** The weighted mean. */
    public static final String MEAN = "torch_merge.py";

    /** TIES with its usual options. */
    public static final String TIES = "torch_ties.py";

    private static final String CHECKPOINTS = "checkpoints.py";

    /** Whether an interpreter has what the script needs. */
    public static boolean isPossible(String python) {
        try {
            return ChildProcess.run(List.of(python, "-c", "import torch, safetensors.torch"))
                            .status()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** Puts a script and what it imports into a folder. */
    public static Path unpack(String script, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of(CHECKPOINTS, script)) {
            try (InputStream text = TorchMerge.class.getResourceAsStream(name)) {
                Files.copy(
                        requireNonNull(text),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder.resolve(script);
    }

    @Override
    public Measurement run(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of("--out", output.toString()));
        command.addAll(List.of("--threads", Integer.toString(threads)));
        if (!recipe.weights().isEmpty()) {
            command.addAll(List.of("--weights", recipe.weightsText()));
        }
        recipe.base().ifPresent(base -> command.addAll(List.of("--base", base.toString())));
        recipe.models().forEach(model -> command.add(model.toString()));
        ChildProcess process = ChildProcess.run(command);
        return process.measurement(seconds(process.output()));
    }

    /** The script's last word is how long it worked, without the start of Python. */
    private static OptionalDouble seconds(String output) {
        return output.lines()
                .filter(line -> line.startsWith("seconds "))
                .mapToDouble(line -> Double.parseDouble(line.substring("seconds ".length())))
                .reduce((first, last) -> last);
    }
}
