package io.terge.hf.safetensors;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How the other names of parameters are stored: as texts, or as tensors of their own.
 *
 * <p>Readers do not see a name that is a text. Where the donor stores its ties as texts, they do
 * not miss it; nor do programs that load a model into a network that ties its parameters itself. A
 * file of another format has all of its names, and is to have them here, too.
 *
 * @param texts the ties that are stored as texts
 * @param copies the ties whose tensors are stored again
 */
record TieStorage(Map<String, String> texts, Map<String, String> copies) {

    /** Decides for a model. Looks at the donor on disk, if there are ties. */
    static TieStorage of(ModelBlueprint blueprint) {
        return areTexts(blueprint)
                ? new TieStorage(blueprint.ties(), Map.of())
                : new TieStorage(Map.of(), blueprint.ties());
    }

    /** Tells how many bytes are stored for a parameter under all of its names. */
    ToLongFunction<ParameterSpec> size() {
        Map<String, Long> copiesOf =
                copies.values().stream().collect(groupingBy(other -> other, counting()));
        return parameter ->
                parameter.byteSize() * (1 + copiesOf.getOrDefault(parameter.name(), 0L));
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
