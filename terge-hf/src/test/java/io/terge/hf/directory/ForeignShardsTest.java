package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.Footprint;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shard is opened by whatever adapter claims it. */
class ForeignShardsTest {

    private final ForeignShards foreign = new ForeignShards();
    private final AdapterContext context =
            TestAdapterContext.of(foreign, new SafetensorsAdapter(), new HuggingFaceAdapter());

    @TempDir private Path folder;

    @BeforeEach
    void makeModel() throws IOException {
        for (String name : new String[] {"a.foreign", "c.foreign"}) {
            Files.writeString(folder.resolve(name), "");
        }
        new SafetensorsBytes()
                .parameter("b", "U8", "[1]", 7)
                .write(folder.resolve("b.safetensors"));
        index("{\"c\":\"c.foreign\",\"b\":\"b.safetensors\",\"a\":\"a.foreign\"}");
    }

    @Test
    void shardsOfSeveralFormatsAreOneModel() throws IOException {
        ModelSource source = open();
        assertThat(Models.names(source)).containsExactly("a", "b", "c");
        assertThat(Models.bytes(source, "b")).containsExactly(7);
        assertThat(Models.bytes(source, "c")).containsExactly(42);
        assertThat(source.footprint(source.tensor("a").spec())).isEqualTo(ForeignShards.FOOTPRINT);
        assertThat(source.footprint(source.tensor("b").spec()))
                .isEqualTo(Footprint.stored(source.tensor("b").spec()));
        assertThat(source.groups())
                .flatExtracting(ParameterGroup::members)
                .containsExactly("a", "c");
        assertThat(source.warnings()).extracting(Problem::message).containsExactly("a", "c");
        assertThat(source.companions()).isEmpty();
        assertThat(catchThrowableOfType(IOException.class, source::close)).isNotNull();
    }

    @Test
    void allShardsAreClosedWhateverHappensToOne() throws IOException {
        ModelSource source = open();
        IOException failure = catchThrowableOfType(IOException.class, source::close);
        assertThat(failure).hasMessage("cannot close a");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("cannot close c");
        assertThat(foreign.closed).containsExactly("a", "c");
        assertThatThrownBy(() -> Models.bytes(source, "b")).hasMessageContaining("Closed");
    }

    @Test
    void openShardsAreClosedWhereOneCannotBeOpened() throws IOException {
        Files.write(folder.resolve("b.safetensors"), new byte[3]);
        assertThatThrownBy(this::open)
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[FILE_TRUNCATED]");
        assertThat(foreign.closed).containsExactly("a");
    }

    @Test
    void openShardsAreClosedWhereTheyDisagreeWithTheIndex() throws IOException {
        index("{\"d\":\"c.foreign\",\"a\":\"a.foreign\"}");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(DirectoryCode.INDEX_MISMATCH))
                .hasMessageContaining("contains 'c', which");
        assertThat(foreign.closed).containsExactly("a", "c");
    }

    @Test
    void aShardThatNobodyClaimsIsNamed() throws IOException {
        Path shard = Files.writeString(folder.resolve("d.unknown"), "");
        index("{\"d\":\"d.unknown\"}");
        assertThatThrownBy(this::open)
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[MODEL_NOT_RECOGNIZED] " + shard);
    }

    private ModelSource open() throws IOException {
        return new HuggingFaceAdapter().open(ModelReference.at(folder), context);
    }

    private void index(String map) throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"weight_map\":" + map + "}");
    }
}
