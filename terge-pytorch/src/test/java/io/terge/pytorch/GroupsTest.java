package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parameters that belong together are known in state dicts as in other files. */
class GroupsTest {

    @TempDir private Path folder;

    @Test
    void oneShardIsPartOfAModel() throws IOException {
        Path shard = folder.resolve("pytorch_model-00001-of-00002.bin");
        Files.write(shard, new Checkpoint("types").bytes());
        try (ModelSource source = Checkpoint.open(shard)) {
            assertThat(source.groups())
                    .extracting(ParameterGroup::meaning)
                    .containsExactly("a model in 2 shards, of which this file is number 1");
        }
    }

    @Test
    void otherFilesAreModels() throws IOException {
        try (ModelSource source = new Checkpoint("types").open()) {
            assertThat(source.groups()).isEmpty();
        }
    }
}
