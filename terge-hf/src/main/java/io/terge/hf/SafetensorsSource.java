package io.terge.hf;

import io.terge.spi.CompanionFile;
import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The weights of one or more mapped files. */
final class SafetensorsSource implements ModelSource {

    private final Arena arena;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<ParameterSpec> parameters;
    private final List<CompanionFile> companions;

    private SafetensorsSource(
            Arena arena, List<SafetensorsFile> files, List<CompanionFile> companions) {
        this.arena = arena;
        for (SafetensorsFile file : files) {
            for (StoredParameter parameter : file.header().parameters()) {
                ParameterSpec spec = parameter.spec();
                tensors.put(spec.name(), Tensor.stored(spec, file.slice(parameter)));
            }
            file.header().metadata().forEach(metadata::putIfAbsent);
        }
        this.parameters = tensors.values().stream().map(Tensor::spec).toList();
        this.companions = List.copyOf(companions);
    }

    /**
     * Opens files as one model.
     *
     * @param paths the files, in the order of their parameters
     * @param check throws where the files do not belong together
     * @param companions the model's other files
     */
    @SuppressWarnings("MustBeClosedChecker") // The source closes it.
    static SafetensorsSource open(
            List<Path> paths, Consumer<List<SafetensorsFile>> check, List<CompanionFile> companions)
            throws IOException {
        // Shared: many threads read, and closing unmaps at once instead of at some collection.
        Arena arena = Arena.ofShared();
        try {
            List<SafetensorsFile> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(SafetensorsFile.open(path, arena));
            }
            check.accept(files);
            return new SafetensorsSource(arena, files, companions);
        } catch (IOException | RuntimeException | Error failure) {
            arena.close();
            throw failure;
        }
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
    public Map<String, String> metadata() {
        return Map.copyOf(metadata);
    }

    @Override
    public List<CompanionFile> companions() {
        return companions;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
