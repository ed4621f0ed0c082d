package io.terge.pytorch.exported;

import io.terge.error.TergeCode;
import io.terge.files.Quoted;
import io.terge.files.json.JsonReader;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.TensorReader;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the list of weights of an archive, which is JSON. */
final class PayloadReader {

    private final JsonReader json;
    private final TensorReader problems;
    private final SequencedMap<String, Payload> payloads = new LinkedHashMap<>();

    private PayloadReader(JsonReader json, TensorReader problems) {
        this.json = json;
        this.problems = problems;
    }

    /**
     * Returns the tensors by name, in order.
     *
     * @param bytes the JSON
     * @param subject what messages call it, quoted
     */
    static SequencedMap<String, Payload> read(byte[] bytes, String subject) {
        try (JsonReader json =
                new JsonReader(
                        MemorySegment.ofArray(bytes),
                        subject,
                        TorchCode.TORCH_INVALID,
                        TergeCode.DUPLICATE_NAME)) {
            PayloadReader reader = new PayloadReader(json, new TensorReader(subject));
            reader.list();
            json.end();
            return reader.payloads;
        }
    }

    private void list() {
        Set<String> found =
                json.object(
                        "the list of tensors",
                        field -> {
                            if (field.equals("config")) {
                                json.object("'config'", name -> payloads.put(name, payload(name)));
                            } else {
                                json.skip();
                            }
                        });
        require(found, "the list of tensors", "config");
    }

    private Payload payload(String name) {
        String subject = "the tensor " + Quoted.of(name);
        Map<String, String> entry = new LinkedHashMap<>();
        Map<String, Boolean> pickled = new LinkedHashMap<>();
        Map<String, TensorMetadata> metadata = new LinkedHashMap<>();
        Set<String> found =
                json.object(
                        subject,
                        field -> {
                            String what = "'%s' of %s".formatted(field, subject);
                            switch (field) {
                                case "path_name" -> entry.put(field, json.string(what));
                                case "use_pickle" -> pickled.put(field, json.truth(what));
                                case "tensor_meta" -> {
                                    if (!json.skipNull()) {
                                        metadata.put(field, metadata(name, what));
                                    }
                                }
                                default -> json.skip();
                            }
                        });
        require(found, subject, "path_name", "use_pickle", "tensor_meta");
        return new Payload(
                entry.getOrDefault("path_name", ""),
                pickled.getOrDefault("use_pickle", false),
                Optional.ofNullable(metadata.get("tensor_meta")));
    }

    private TensorMetadata metadata(String name, String subject) {
        return new MetadataReader(json, problems, name).read(subject);
    }

    private void require(Set<String> found, String what, String... names) {
        for (String name : names) {
            if (!found.contains(name)) {
                throw json.malformed("%s has no '%s'".formatted(what, name));
            }
        }
    }
}
