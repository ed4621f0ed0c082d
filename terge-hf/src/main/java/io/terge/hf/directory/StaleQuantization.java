package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.hf.config.ModelConfig;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration of the donor that says that weights are quantised, when those of the output are
 * not. Loaders would look for packed weights.
 *
 * @param blueprint the output
 */
record StaleQuantization(ModelBlueprint blueprint) {

    /** Whether the configuration is to be written without it. */
    boolean isThere() throws IOException {
        for (Companion companion : blueprint.companions()) {
            if (companion.name().equals(WeightNames.CONFIG) && companion.path().isPresent()) {
                Path directory = companion.path().get().toAbsolutePath().resolveSibling("");
                return ModelConfig.read(directory).hasStaleQuantization(blueprint.parameters());
            }
        }
        return false;
    }

    /** What the user should know. */
    List<Problem> warnings() throws IOException {
        return isThere()
                ? List.of(
                        Problem.of(
                                        DirectoryCode.QUANTIZATION_REMOVED,
                                        "config.json of the base says that weights are quantised,"
                                                + " but no weight of the output is")
                                .note("its quantization_config is not written to the output"))
                : List.of();
    }
}
