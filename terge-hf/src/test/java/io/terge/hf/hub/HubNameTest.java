package io.terge.hf.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class HubNameTest {

    @Test
    void isAnOrganizationAModelAndARevision() {
        assertThat(HubName.parse("google-bert/bert-base_1.0"))
                .contains(new HubName("google-bert", "bert-base_1.0", "main"));
        assertThat(HubName.parse("a/b@v1.0")).contains(new HubName("a", "b", "v1.0"));
        assertThat(HubName.parse("a/b@refs/pr/7")).contains(new HubName("a", "b", "refs/pr/7"));
        assertThat(new HubName("a", "b", "v1").directory()).isEqualTo("models--a--b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/a/b",
                "a/b/c",
                "./a",
                "../a",
                "a/..",
                "a/.b",
                "-a/b",
                "a--b/c",
                "a/b..c",
                "a/b@",
                "a/b@..",
                "a/b@../../x",
                "a/b@x/../../y",
                "a/b@/etc",
                "a b/c",
                "a/b@c@d",
                ""
            })
    void isNothingElse(String text) {
        assertThat(HubName.parse(text)).isEmpty();
    }

    @Test
    void isNoPathThatExists(@TempDir Path folder) {
        assertThat(HubName.of(ModelReference.at("src/main"))).isEmpty();
        assertThat(HubName.of(ModelReference.at("src/no-such"))).isPresent();
        assertThat(HubName.of(ModelReference.at(folder.resolve("a/b")))).isEmpty();
        assertThat(HubName.of(ModelReference.at("hub://a/b"))).isEmpty();
    }
}
