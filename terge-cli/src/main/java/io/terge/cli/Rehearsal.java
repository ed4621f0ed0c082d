package io.terge.cli;

import io.terge.engine.Terge;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Run once by the build, while the JVM records which classes are loaded and which code is hot: the
 * demo, and merges that are large enough for vector code. Later runs start faster.
 */
public final class Rehearsal {

    private static final int MODELS = 3;
    private static final int ELEMENTS = 1 << 25;

    private Rehearsal() {}

    /** Runs the commands; their files are in the temporary directory. */
    public static void main(String[] arguments) throws IOException {
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        Cli cli = new Cli(Terminal.ofProcess());
        Path folder = Files.createTempDirectory("terge-rehearsal-");
        int status = cli.run("demo");
        for (DType type : List.of(DType.BF16, DType.F16, DType.F32)) {
            Path out = folder.resolve("merged-" + type.name());
            List<String> models = models(type, folder);
            List<String> words = new ArrayList<>(List.of("merge", "--out", out.toString()));
            words.addAll(models);
            status = Math.max(status, cli.run(words.toArray(String[]::new)));
        }
        System.exit(status);
    }

    private static List<String> models(DType type, Path folder) {
        Random random = new Random(1);
        float[] values = new float[ELEMENTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        Map<String, TensorArray> model = Map.of("weight", TensorArray.of(values));
        return Stream.iterate(0, i -> i + 1)
                .limit(MODELS)
                .map(i -> folder.resolve("model-%d-%s".formatted(i, type)))
                .peek(path -> Terge.merge(model, model).with(r -> r.dtype(type)).to(path))
                .map(Path::toString)
                .toList();
    }
}
