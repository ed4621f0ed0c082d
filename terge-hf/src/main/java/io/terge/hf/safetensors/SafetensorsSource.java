package io.terge.hf.safetensors;

import io.terge.files.Quoted;
import io.terge.files.group.NamedGroups;
import io.terge.files.group.ShardGroup;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The weights of one open file: stored ones in the order of the header, then tied ones. A file may
 * have a million of them, so nothing is kept but their names and places.
 */
final class SafetensorsSource implements ModelSource {

    private final SafetensorsFile file;
    private final List<ParameterSpec> parameters;
    private final Map<String, StoredParameter> byName;
    private final Map<String, String> ties;
    private final Map<String, String> metadata;
    private final boolean isNested;

    private SafetensorsSource(
            SafetensorsFile file,
            List<ParameterSpec> parameters,
            Map<String, StoredParameter> byName,
            Map<String, String> ties,
            Map<String, String> metadata,
            boolean isNested) {
        this.file = file;
        this.parameters = List.copyOf(parameters);
        this.byName = byName;
        this.isNested = isNested;
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
        List<StoredParameter> stored = file.header().parameters();
        Map<String, StoredParameter> byName = HashMap.newHashMap(stored.size());
        List<ParameterSpec> parameters = new ArrayList<>(stored.size());
        for (StoredParameter parameter : stored) {
            byName.put(parameter.spec().name(), parameter);
            parameters.add(parameter.spec());
        }
        Map<String, String> texts = file.header().metadata();
        SortedMap<String, String> ties = TieTexts.ties(texts, byName.keySet());
        Map<String, String> others = TieTexts.others(texts, byName.keySet());
        ties.forEach(
                (name, other) -> {
                    StoredParameter shared = Objects.requireNonNull(byName.get(other));
                    StoredParameter tied =
                            new StoredParameter(shared.spec().named(name), shared.start());
                    byName.put(name, tied);
                    parameters.add(tied.spec());
                });
        return new SafetensorsSource(file, parameters, byName, ties, others, isNested);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    @Override
    public Tensor tensor(String name) {
        StoredParameter stored = byName.get(name);
        if (stored == null) {
            throw new IllegalArgumentException("There is no parameter " + Quoted.of(name));
        }
        return Tensor.stored(stored.spec(), file.bytes(stored));
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
    public void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    @Override
    public List<Path> files() {
        return List.of(file.file().path());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
