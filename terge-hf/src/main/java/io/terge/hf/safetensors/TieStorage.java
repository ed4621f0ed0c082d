package io.terge.hf.safetensors;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the other names of parameters are stored: as texts, or as tensors of their own.
 *
 * <p>Readers do not see a name that is a text. Where the donor stores its ties as texts, they do
 * not miss it; nor do programs that load a model into a network that ties its parameters itself. A
 * file of another format has all of its names, and is to have them here, too.
 */
final class TieStorage {

    private TieStorage() {}

    /** Returns the ties that are stored as texts. */
    static Map<String, String> texts(ModelBlueprint blueprint) {
        return areTexts(blueprint) ? blueprint.ties() : Map.of();
    }

    /** Returns the ties whose tensors are stored again. */
    static Map<String, String> copies(ModelBlueprint blueprint) {
        return areTexts(blueprint) ? Map.of() : blueprint.ties();
    }

    /** The number of bytes that are stored for a parameter under all of its names. */
    static long size(ModelBlueprint blueprint, ParameterSpec parameter) {
        long copies = copies(blueprint).values().stream().filter(parameter.name()::equals).count();
        return parameter.byteSize() * (1 + copies);
    }

    private static boolean areTexts(ModelBlueprint blueprint) {
        return blueprint.ties().isEmpty()
                || blueprint
                        .donor()
                        .flatMap(ModelReference::path)
                        .map(TieStorage::isSafetensors)
                        .orElse(true);
    }

    private static boolean isSafetensors(Path donor) {
        return Files.isDirectory(donor)
                ? Files.exists(donor.resolve("model.safetensors"))
                        || Files.exists(donor.resolve("model.safetensors.index.json"))
                : SafetensorsName.isOf(donor);
    }
}
