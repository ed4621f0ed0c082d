package io.terge.cli;

import io.terge.engine.Terge;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final int LAYERS = 8;
    private static final int ELEMENTS = 1 << 22;
    private static final long SHARD = 1 << 26;

    private static final String CONFIG =
            """
            {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 2048,
             "num_hidden_layers": 8, "num_attention_heads": 16, "vocab_size": 512,
             "rope_theta": 10000.0, "rope_scaling": null, "tie_word_embeddings": false,
             "bos_token_id": 1, "eos_token_id": [2, 3], "torch_dtype": "bfloat16"}
            """;
    private static final String TOKENIZER =
            """
            {"version": "1.0", "added_tokens": [], "model": {"type": "BPE",
             "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]}}
            """;

    private Rehearsal() {}

    /** Runs the commands; their files are in the temporary directory. */
    public static void main(String[] arguments) throws IOException {
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        Cli cli = new Cli(Terminal.ofProcess());
        Path folder = Files.createTempDirectory("terge-rehearsal-");
        Map<String, TensorArray> model = model();
        int status = Math.max(cli.run("demo"), cli.run("--version"));
        for (DType type : List.of(DType.BF16, DType.F16, DType.F32)) {
            List<String> models = models(model, type, folder);
            status = Math.max(status, run(cli, "plan", models));
            Path out = folder.resolve("merged-" + type.name());
            status = Math.max(status, run(cli, "merge", models, "--out", out.toString()));
            status = Math.max(status, run(cli, "inspect", List.of(out.toString())));
        }
        System.exit(status);
    }

    private static int run(Cli cli, String command, List<String> models, String... options) {
        Stream<String> words =
                Stream.of(Stream.of(command), models.stream(), Stream.of(options))
                        .flatMap(each -> each);
        return cli.run(words.toArray(String[]::new));
    }

    private static List<String> models(Map<String, TensorArray> model, DType type, Path folder)
            throws IOException {
        List<String> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            Path path = folder.resolve("model-%d-%s".formatted(i, type));
            Terge.merge(model, model).with(r -> r.dtype(type).shardSize(SHARD)).to(path);
            Files.writeString(path.resolve("config.json"), CONFIG);
            Files.writeString(path.resolve("generation_config.json"), "{\"eos_token_id\": 2}");
            Files.writeString(path.resolve("tokenizer.json"), TOKENIZER);
            models.add(path.toString());
        }
        return models;
    }

    private static Map<String, TensorArray> model() {
        Random random = new Random(1);
        float[] values = new float[ELEMENTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("model.embed_tokens.weight", TensorArray.of(values));
        for (int layer = 0; layer < LAYERS; layer++) {
            model.put("model.layers." + layer + ".mlp.up_proj.weight", TensorArray.of(values));
            model.put(
                    "model.layers." + layer + ".input_layernorm.weight",
                    TensorArray.of(new float[] {1}));
        }
        return model;
    }
}
