package io.terge.hf.directory;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The directory that an output may replace.
 *
 * @param target the output
 * @param blueprint its contents
 */
record Replaced(ModelReference target, ModelBlueprint blueprint) {

    /**
     * Returns the kind of weights to write where none is requested: a model that is replaced by one
     * made from itself keeps its kind, because programs that read it expect these files.
     */
    WeightKind kind() throws IOException {
        Optional<Path> directory = target.path().filter(Files::isDirectory);
        if (directory.isEmpty() || !isInPlace()) {
            return WeightKind.SAFETENSORS;
        }
        List<String> files = new ModelDirectory(directory.get()).weightFiles();
        return !files.isEmpty() && WeightKind.PYTORCH.isOf(files.getFirst())
                ? WeightKind.PYTORCH
                : WeightKind.SAFETENSORS;
    }

    /** Whether the output replaces the donor of its companions, which then all stay. */
    boolean isInPlace() throws IOException {
        Optional<Path> directory = target.path().filter(Files::isDirectory);
        Optional<Path> donor =
                blueprint.donor().flatMap(ModelReference::path).filter(Files::isDirectory);
        return directory.isPresent()
                && donor.isPresent()
                && Files.isSameFile(directory.get(), donor.get());
    }
}
