package io.terge.hf.safetensors;

import io.terge.files.Quoted;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** The weights of one open file: stored ones in the order of the header, then tied ones. */
final class SafetensorsSource implements ModelSource {

    private final SafetensorsFile file;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> ties;
    private final Map<String, String> metadata;
    private final List<ParameterSpec> parameters;

    private SafetensorsSource(
            SafetensorsFile file,
            Map<String, Tensor> tensors,
            Map<String, String> ties,
            Map<String, String> metadata) {
        this.file = file;
        this.tensors = tensors;
        this.ties = Map.copyOf(ties);
        this.metadata = Map.copyOf(metadata);
        this.parameters = tensors.values().stream().map(Tensor::spec).toList();
    }

    /** Opens a file and checks its header. */
    static SafetensorsSource open(Path path) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (StoredParameter parameter : file.header().parameters()) {
            stored.put(parameter.spec().name(), parameter);
            tensors.put(parameter.spec().name(), tensor(file, parameter, parameter.spec()));
        }
        Map<String, String> texts = file.header().metadata();
        SortedMap<String, String> ties = TieTexts.ties(texts, stored.keySet());
        Map<String, String> others = TieTexts.others(texts, stored.keySet());
        ties.forEach(
                (name, other) -> {
                    StoredParameter shared = Objects.requireNonNull(stored.get(other));
                    tensors.put(name, tensor(file, shared, shared.spec().named(name)));
                });
        return new SafetensorsSource(file, tensors, ties, others);
    }

    private static Tensor tensor(SafetensorsFile file, StoredParameter stored, ParameterSpec spec) {
        return Tensor.stored(spec, file.bytes(stored));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    @Override
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(name));
        }
        return tensor;
    }

    @Override
    public Map<String, String> ties() {
        return ties;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
