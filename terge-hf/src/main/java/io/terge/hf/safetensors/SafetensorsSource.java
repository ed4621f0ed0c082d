package io.terge.hf.safetensors;

import io.terge.files.Quoted;
import io.terge.spi.CompanionFile;
import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The weights of one or more open files. */
public final class SafetensorsSource implements ModelSource {

    private final List<SafetensorsFile> files;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<ParameterSpec> parameters;
    private final List<CompanionFile> companions;

    private SafetensorsSource(List<SafetensorsFile> files, List<CompanionFile> companions) {
        this.files = List.copyOf(files);
        for (SafetensorsFile file : files) {
            for (StoredParameter parameter : file.header().parameters()) {
                ParameterSpec spec = parameter.spec();
                tensors.put(spec.name(), Tensor.stored(spec, file.bytes(parameter)));
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
    public static SafetensorsSource open(
            List<Path> paths, Consumer<List<SafetensorsFile>> check, List<CompanionFile> companions)
            throws IOException {
        List<SafetensorsFile> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                files.add(SafetensorsFile.open(path));
            }
            check.accept(files);
            return new SafetensorsSource(files, companions);
        } catch (IOException | RuntimeException | Error failure) {
            try {
                closeAll(files);
            } catch (IOException another) {
                failure.addSuppressed(another);
            }
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
    public void close() throws IOException {
        closeAll(files);
    }

    /** Closes every file, whatever happens to the others. */
    private static void closeAll(List<SafetensorsFile> files) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (SafetensorsFile file : files) {
            try {
                file.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
