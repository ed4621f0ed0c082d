package io.terge.hf.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HubCacheTest {

    private static final Path HOME = Path.of("/home/me");

    @Test
    void isWhereTheEnvironmentSays() {
        assertThat(path(Map.of("HF_HUB_CACHE", "/c", "HF_HOME", "/h", "XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/c"));
        assertThat(path(Map.of("HF_HOME", "/h", "XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/h/hub"));
        assertThat(path(Map.of("XDG_CACHE_HOME", "/x"))).isEqualTo(Path.of("/x/huggingface/hub"));
        assertThat(path(Map.of())).isEqualTo(Path.of("/home/me/.cache/huggingface/hub"));
    }

    @Test
    void isInTheHomeOfTheEnvironment() {
        assertThat(path(Map.of("HOME", "/root")))
                .isEqualTo(Path.of("/root/.cache/huggingface/hub"));
        assertThat(path(Map.of("HOME", "/root", "HF_HOME", "~/hf")))
                .isEqualTo(Path.of("/root/hf/hub"));
        assertThat(path(Map.of("HF_HUB_CACHE", " ", "HF_HOME", "", "HOME", "")))
                .isEqualTo(Path.of("/home/me/.cache/huggingface/hub"));
    }

    @Test
    void containsWhatIsInIt() {
        HubCache cache = new HubCache(Path.of("/c/hub"));
        assertThat(cache.contains(Path.of("/c/hub/models--a--b/snapshots"))).isTrue();
        assertThat(cache.contains(Path.of("/c/x/../hub/models--a--b"))).isTrue();
        assertThat(cache.contains(Path.of("/c/hubble"))).isFalse();
    }

    @Test
    void containsWhatIsInItByAnotherWay(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Path into = Files.createSymbolicLink(folder.resolve("into"), real.resolve("snapshot"));
        for (HubCache cache : List.of(new HubCache(real), new HubCache(link))) {
            assertThat(cache.contains(real.resolve("not/there"))).isTrue();
            assertThat(cache.contains(link.resolve("not/there"))).isTrue();
            assertThat(cache.contains(folder.resolve("other"))).isFalse();
            assertThat(cache.contains(into)).as("a link, which is replaced").isFalse();
        }
    }

    @Test
    void containsWhatIsLaidOutLikeACache(@TempDir Path folder) throws IOException {
        HubCache cache = new HubCache(Path.of("/c/hub"));
        Path model = folder.resolve("disk/models--a--b");
        Path snapshot = Files.createDirectories(model.resolve("snapshots/0123"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), snapshot);
        assertThat(cache.contains(snapshot)).as("without files by contents").isFalse();
        Files.createDirectory(model.resolve("blobs"));
        assertThat(cache.contains(snapshot)).isTrue();
        assertThat(cache.contains(snapshot.resolve("new/model.safetensors"))).isTrue();
        assertThat(cache.contains(link.resolve("model.safetensors"))).isTrue();
        assertThat(cache.contains(link)).as("a link, which is replaced").isFalse();
        assertThat(cache.contains(folder.resolve("disk/other"))).isFalse();
    }

    private static Path path(Map<String, String> environment) {
        return HubCache.of(environment, HOME).path();
    }
}
