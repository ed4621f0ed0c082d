package io.terge.files.tiny;

import io.terge.files.OpenFile;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open file of weights. */
record TinySource(OpenFile file, Map<String, Tensor> tensors, List<Companion> companions)
        implements ModelSource {

    static TinySource open(Path path, List<? extends Companion> companions) throws IOException {
        OpenFile file = OpenFile.open(path);
        return new TinySource(file, TinyFormat.read(file), List.copyOf(companions));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return tensors.values().stream().map(Tensor::spec).toList();
    }

    @Override
    public Tensor tensor(String name) {
        return Optional.ofNullable(tensors.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Override
    public void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
