package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.files.FileCompanion;
import io.terge.spi.format.ModelChanges;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists of a configuration with a value for each layer. */
class LayerListsTest {

    @TempDir private Path folder;

    @Test
    void listsOfLayersFollowThem() throws IOException {
        String config =
                """
                {
                  "others": [[1, 2, 3], {"a": [4, 5, 6]}],
                  "layer_types": %s,
                  "vision_config": {
                    "layer_types": ["a", "b", "c"],
                    "num_hidden_layers": 3
                  },
                  "text_config": {
                    "flags": %s
                  },
                  "pair": [1, 2],
                  "num_hidden_layers": %s
                }
                """;
        String donor =
                config.formatted("[\"full\", \"sliding\", \"linear\"]", "[true, null, 3.50]", "3");
        // One that has no place in the list is from another model.
        List<Integer> origins = List.of(0, 1, 1, 2, 7);
        assertThat(edited(donor, origins))
                .isEqualToIgnoringWhitespace(
                        config.formatted(
                                "[\"full\", \"sliding\", \"sliding\", \"linear\", \"linear\"]",
                                "[true, null, null, 3.50, 3.50]",
                                "5"));
    }

    private String edited(String config, List<Integer> origins) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), config);
        ConfigEdit edit = new ConfigEdit(ModelChanges.none().withLayers(origins), false);
        return new String(
                edit.edited(new FileCompanion("config.json", file)).orElseThrow(),
                StandardCharsets.UTF_8);
    }
}
