package io.terge.examples.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The models that are changed: fixtures of the project's modules, and what is made of them.
 *
 * @param modules the folder of the project
 */
record Seeds(Path modules) {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String WHOLE =
            """
            {"__metadata__":{"format":"pt","note":"a \\"b\\""},\
            "a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},\
            "b":{"dtype":"BF16","shape":[4],"data_offsets":[24,32]},\
            "n":{"dtype":"I64","shape":[],"data_offsets":[32,40]},\
            "none":{"dtype":"F16","shape":[0,5],"data_offsets":[40,40]}}\
            """;
    private static final String SECOND =
            """
            {"c.weight":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}\
            """;
    private static final String INDEX =
            """
            {"metadata": {"total_size": 52}, "weight_map": {
              "a.weight": "model-00001-of-00002.safetensors",
              "b": "model-00001-of-00002.safetensors",
              "n": "model-00001-of-00002.safetensors",
              "none": "model-00001-of-00002.safetensors",
              "c.weight": "model-00002-of-00002.safetensors"}}
            """;
    private static final String CONFIG =
            """
            {"architectures": ["Tiny"], "torch_dtype": "float32", "num_hidden_layers": 2,
             "vocab_size": 4, "tie_word_embeddings": false, "nested": {"dtype": "bfloat16"}}
            """;

    List<SeedModel> safetensors() throws IOException {
        List<SeedModel> all = new ArrayList<>();
        all.add(SeedModel.of("model.safetensors", file(WHOLE, 40)));
        all.addAll(fixtures("terge-hf", "reference", "every", "model.safetensors"));
        return all;
    }

    List<SeedModel> directories() throws IOException {
        SortedMap<String, byte[]> pytorch = new TreeMap<>();
        pytorch.put("model/pytorch_model.bin", fixture("checkpoints/protocol_2.pt"));
        pytorch.put("model/config.json", CONFIG.getBytes(UTF_8));
        return List.of(new SeedModel("model", sharded("model/")), new SeedModel("model", pytorch));
    }

    List<SeedModel> onHub() {
        String repository = "hub/models--org--tiny/";
        SortedMap<String, byte[]> files = sharded(repository + "snapshots/" + COMMIT + "/");
        files.put(repository + "refs/main", COMMIT.getBytes(UTF_8));
        return List.of(
                new SeedModel("org/tiny", files),
                new SeedModel("org/tiny@" + COMMIT.substring(0, 7), files));
    }

    List<SeedModel> npz() throws IOException {
        return fixtures("terge-examples", "npz", "", "model.npz");
    }

    List<SeedModel> torch() throws IOException {
        return fixtures("terge-pytorch", "checkpoints", "", "model.pt").stream()
                .filter(model -> startsWith(model, 'P'))
                .toList();
    }

    List<SeedModel> legacyTorch() throws IOException {
        return fixtures("terge-pytorch", "checkpoints", "", "model.pt").stream()
                .filter(model -> !startsWith(model, 'P'))
                .toList();
    }

    List<SeedModel> scripts() throws IOException {
        return fixtures("terge-examples", "fuzz", "", "model.pt");
    }

    private static boolean startsWith(SeedModel model, char first) {
        return model.files().values().stream().allMatch(bytes -> bytes[0] == first);
    }

    private static SortedMap<String, byte[]> sharded(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(folder + "config.json", CONFIG.getBytes(UTF_8));
        files.put(folder + "model.safetensors.index.json", INDEX.getBytes(UTF_8));
        files.put(folder + "model-00001-of-00002.safetensors", file(WHOLE, 40));
        files.put(folder + "model-00002-of-00002.safetensors", file(SECOND, 12));
        return files;
    }

    private static byte[] file(String header, int size) {
        byte[] json = header.getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(resources("terge-pytorch").resolve(name));
    }

    private List<SeedModel> fixtures(String module, String folder, String start, String name)
            throws IOException {
        String ending = name.substring(name.lastIndexOf('.'));
        List<SeedModel> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(resources(module).resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                String one = String.valueOf(file.getFileName());
                if (one.startsWith(start) && one.endsWith(ending)) {
                    all.add(SeedModel.of(name, Files.readAllBytes(file)));
                }
            }
        }
        return all;
    }

    private Path resources(String module) {
        return modules.resolve(module).resolve("src/test/resources");
    }
}
