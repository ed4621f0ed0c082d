package io.terge.hf.safetensors;

import io.terge.files.StoredTensors;
import io.terge.files.group.NamedGroups;
import io.terge.files.group.ShardGroup;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** The weights of one open file: stored ones in the order of the header, then tied ones. */
final class SafetensorsSource implements ModelSource {

    private final SafetensorsFile file;
    private final StoredTensors tensors;
    private final Map<String, String> ties;
    private final Map<String, String> metadata;
    private final boolean isNested;

    private SafetensorsSource(
            SafetensorsFile file,
            StoredTensors tensors,
            Map<String, String> ties,
            Map<String, String> metadata,
            boolean isNested) {
        this.file = file;
        this.isNested = isNested;
        this.tensors = tensors;
        this.ties = Map.copyOf(ties);
        this.metadata = Map.copyOf(metadata);
    }

    /**
     * Opens a file and checks its header.
     *
     * @param isNested whether a model of several files is made from it
     */
    static SafetensorsSource open(Path path, boolean isNested) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(path);
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        for (StoredParameter parameter : file.header().parameters()) {
            stored.put(parameter.spec().name(), parameter);
            tensors.add(tensor(file, parameter, parameter.spec()));
        }
        Map<String, String> texts = file.header().metadata();
        SortedMap<String, String> ties = TieTexts.ties(texts, stored.keySet());
        Map<String, String> others = TieTexts.others(texts, stored.keySet());
        ties.forEach(
                (name, other) -> {
                    StoredParameter shared = Objects.requireNonNull(stored.get(other));
                    tensors.add(tensor(file, shared, shared.spec().named(name)));
                });
        return new SafetensorsSource(file, StoredTensors.of(tensors), ties, others, isNested);
    }

    private static Tensor tensor(SafetensorsFile file, StoredParameter stored, ParameterSpec spec) {
        return Tensor.stored(spec, file.bytes(stored));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return tensors.parameters();
    }

    @Override
    public Tensor tensor(String name) {
        return tensors.get(name);
    }

    @Override
    public Map<String, String> ties() {
        return ties;
    }

    @Override
    public List<ParameterGroup> groups() {
        List<ParameterGroup> groups = new ArrayList<>();
        if (!isNested) {
            ShardGroup.of(file.file().path(), parameters()).ifPresent(groups::add);
        }
        groups.addAll(NamedGroups.of(parameters()));
        return groups;
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
