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
 * The weighted mean as a user of PyTorch writes it by hand.
 *
 * @param python the interpreter
 * @param script the script's file
 * @param recipe what is merged
 * @param threads how many threads PyTorch may use
 */
public record TorchMerge(String python, Path script, Recipe recipe, int threads) implements Task {

    private static final String SCRIPT = "torch_merge.py";

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

    /** Puts the script into a folder. */
    public static Path unpackScript(Path folder) throws IOException {
        Path script = Files.createDirectories(folder).resolve(SCRIPT);
        try (InputStream text = TorchMerge.class.getResourceAsStream(SCRIPT)) {
            Files.copy(requireNonNull(text), script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    @Override
    public Measurement run(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of("--out", output.toString(), "--weights", recipe.weightsText()));
        command.addAll(List.of("--threads", Integer.toString(threads)));
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
