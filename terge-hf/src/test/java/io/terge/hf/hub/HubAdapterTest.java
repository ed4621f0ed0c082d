package io.terge.hf.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HubAdapterTest {

    private static final String OLD = "aaaa0000aaaa0000aaaa0000aaaa0000aaaa0000";
    private static final String NEW = "bbbb1111".repeat(5);
    private static final String GONE = "cccc2222".repeat(5);

    @TempDir private Path folder;
    private Path repository = Path.of("");
    private HubAdapter adapter = new HubAdapter(Map.of());
    private AdapterContext context = Models.context();

    @BeforeEach
    void downloadModels() throws IOException {
        adapter = new HubAdapter(Map.of("HF_HUB_CACHE", folder.toString()));
        context =
                TestAdapterContext.of(adapter, new SafetensorsAdapter(), new HuggingFaceAdapter());
        repository = folder.resolve("models--org--model");
        snapshot(OLD, 1);
        snapshot(NEW, 2);
        ref("main", NEW + "\n");
        ref("v1.0", OLD);
        ref("refs/pr/7", OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/model", "org/model@main", "org/model@bbbb1111"})
    void aBranchIsItsCommit(String text) throws IOException {
        try (ModelSource source = context.open(ModelReference.at(text))) {
            assertThat(Models.bytes(source, "w")).containsExactly(2);
            assertThat(source.resolved()).contains(ModelReference.at("org/model@" + NEW));
            assertThat(source.details())
                    .containsEntry("hub commit", NEW)
                    .containsEntry("hub snapshot", repository + "/snapshots/" + NEW)
                    .containsEntry("weights", "model.safetensors");
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly("config.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.0", "refs/pr/7", "aaaa", OLD})
    void aTagOrCommitIsARevision(String revision) throws IOException {
        try (ModelSource source = context.open(ModelReference.at("org/model@" + revision))) {
            assertThat(Models.bytes(source, "w")).containsExactly(1);
            assertThat(source.resolved()).contains(ModelReference.at("org/model@" + OLD));
        }
    }

    @Test
    void aModelThatWasNotDownloadedIsAnErrorThatSaysHow() {
        assertThatThrownBy(() -> context.open(ModelReference.at("org/other@v2")))
                .isInstanceOf(TergeException.class)
                .hasMessage(
                        """
                        [MODEL_NOT_FOUND] 'org/other' is neither a path nor a model in the Hugging Face cache
                           looked in: '%s'
                           fix: check the path
                           fix: download the model: hf download org/other --revision v2\
                        """
                                .formatted(folder));
    }

    @Test
    void aRevisionThatWasNotDownloadedIsAnErrorThatListsThoseThatWere() {
        assertThatThrownBy(() -> context.open(ModelReference.at("org/model@v2")))
                .isInstanceOf(TergeException.class)
                .hasMessage(
                        """
                        [MODEL_NOT_FOUND] The Hugging Face cache has no revision 'v2' of 'org/model'
                           looked in: '%s'
                           revisions: 'main', 'refs/pr/7', 'v1.0', '%s', '%s'
                           fix: download it: hf download org/model --revision v2\
                        """
                                .formatted(repository, OLD, NEW));
    }

    @Test
    void aRefWithoutItsSnapshotIsAnError() throws IOException {
        ref("gone", GONE);
        assertThatThrownBy(() -> context.open(ModelReference.at("org/model@gone")))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "Revision 'gone' of 'org/model' is commit %s, whose files are missing"
                                .formatted(GONE));
        assertThatThrownBy(() -> context.open(ModelReference.at("org/model@" + GONE)))
                .hasMessageContaining("[MODEL_NOT_FOUND]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../elsewhere", "", "not a commit"})
    void aRefThatIsNoCommitLeadsNowhere(String content) throws IOException {
        ref("odd", content);
        assertThatThrownBy(() -> context.open(ModelReference.at("org/model@odd")))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("has no revision 'odd'");
    }

    @Test
    void severalCommitsWithThisStartAreNone() throws IOException {
        snapshot("aaaa0001".repeat(5), 3);
        assertThatThrownBy(() -> context.open(ModelReference.at("org/model@aaaa000")))
                .hasMessageContaining("has no revision 'aaaa000'");
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThat(adapter.claims(ModelReference.at("a/b@../../x"))).isEqualTo(Claim.NONE);
        assertThatThrownBy(() -> adapter.open(ModelReference.at("a/b@../../x"), context))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[MODEL_NOT_RECOGNIZED] 'a/b@../../x' is not a name");
    }

    @Test
    void theCacheIsNeverATarget() {
        ModelWriter writer = adapter.writer().orElseThrow();
        ModelReference named = ModelReference.at("org/model@v1.0");
        ModelReference inside = ModelReference.at(repository.resolve("snapshots").resolve(NEW));
        for (ModelReference target : List.of(named, inside)) {
            assertThat(writer.claims(target)).isEqualTo(Claim.SPECIFIC);
            assertThatThrownBy(() -> writer.check(target, true))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("[OUTPUT_NOT_SUPPORTED]")
                    .hasMessageContaining(
                            "is in a Hugging Face cache, which terge never writes to");
            assertThatThrownBy(() -> writer.create(target, ModelBlueprint.of(List.of())))
                    .isInstanceOf(TergeException.class);
        }
        assertThatThrownBy(() -> writer.check(named, true))
                .hasMessageContaining("for a directory of this name, write ./org/model@v1.0");
        assertThat(writer.claims(ModelReference.at("org/other"))).isEqualTo(Claim.NONE);
        assertThat(writer.claims(ModelReference.at("out"))).isEqualTo(Claim.NONE);
    }

    @Test
    void theCacheIsNotWrittenToThroughALink() throws IOException {
        snapshot("aaa", 1);
        Path snapshot = repository.resolve("snapshots/aaa");
        Path link = Files.createSymbolicLink(folder.resolve("link"), snapshot);
        ModelWriter writer = adapter.writer().orElseThrow();
        assertThat(writer.claims(ModelReference.at(link))).isEqualTo(Claim.SPECIFIC);
    }

    private void snapshot(String commit, int value) throws IOException {
        Path snapshot = repository.resolve("snapshots").resolve(commit);
        Path blobs = Files.createDirectories(repository.resolve("blobs"));
        Files.createDirectories(snapshot);
        Path blob =
                new SafetensorsBytes()
                        .parameter("w", "U8", "[1]", value)
                        .write(blobs.resolve("blob" + value));
        Files.createSymbolicLink(
                snapshot.resolve("model.safetensors"),
                Path.of("../../blobs").resolve(String.valueOf(blob.getFileName())));
        Files.writeString(snapshot.resolve("config.json"), "{}");
    }

    private void ref(String name, String content) throws IOException {
        Path file = repository.resolve("refs").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }
}
