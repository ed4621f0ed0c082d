package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

class ReferenceSettingsTest {

    private static final ModelReference PLAIN = ModelReference.at("model.ckpt");

    @Test
    void followAPathInText() {
        ModelReference reference = ModelReference.at("dir/model.ckpt?key=ema.state_dict&part=2");
        assertThat(reference.path()).contains(Path.of("dir/model.ckpt"));
        assertThat(reference.settings()).isEqualTo(Map.of("key", "ema.state_dict", "part", "2"));
        assertThat(reference.describe()).isEqualTo("dir/model.ckpt?key=ema.state_dict&part=2");
        assertThat(reference).hasToString(reference.describe());
    }

    @Test
    void areGivenInJava() {
        ModelReference reference = PLAIN.with("key", "b").with("key", "a").with("b", "");
        assertThat(reference).isEqualTo(ModelReference.at("model.ckpt?b=&key=a"));
        assertThat(reference).hasSameHashCodeAs(ModelReference.at("model.ckpt?key=a&b="));
        assertThat(reference.withSettings(new TreeMap<>())).isEqualTo(PLAIN);
        assertThat(PLAIN.settings()).isEmpty();
    }

    @Test
    void makeAnotherModel() {
        assertThat(PLAIN.with("key", "a")).isNotEqualTo(PLAIN);
        assertThat(PLAIN.with("key", "a")).isNotEqualTo(PLAIN.with("key", "b"));
    }

    @Test
    void areDecodedAsInUrls() {
        assertThat(ModelReference.at("m?key=a%26b%3Fc%25%20%C3%A9+é=x").settings())
                .isEqualTo(Map.of("key", "a&b?c% é+é=x"));
        assertThat(PLAIN.with("key", "a&b?c%\n é=").describe())
                .isEqualTo("model.ckpt?key=a%26b%3Fc%25%0A%20é=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what?", "a?b", "?key=v", "a?B=c", "a?b=c&", "a?b=c&d", "a&b=c", "100%", "a?1=2"
            })
    void areNoneWhereThePathOnlyHasAQuestionMark(String text) {
        assertThat(ModelReference.at(text)).isEqualTo(ModelReference.at(Path.of(text)));
        assertThat(ModelReference.at(text).describe()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?b=c",
                "a?b=c?",
                "a?b=c??",
                "a?b=c&d=e",
                "what?",
                "a?b=c?d",
                "a?b=c?d=e",
                "m?key=100%",
                "m?b=c&b=d"
            })
    void doNotHideAFileOfSuchAName(String name) {
        ModelReference file = ModelReference.at(Path.of(name));
        assertThat(file.path()).contains(Path.of(name));
        assertThat(file.settings()).isEmpty();
        assertThat(ModelReference.at(file.describe())).isEqualTo(file);
        ModelReference set = file.with("key", "?").with("b", "&=");
        assertThat(ModelReference.at(set.describe())).isEqualTo(set);
    }

    @Test
    void ofAFileWithSuchANameAreToldApartByAQuestionMark() {
        assertThat(ModelReference.at("a?b=c").path()).contains(Path.of("a"));
        assertThat(ModelReference.at("a?b=c?").path()).contains(Path.of("a?b=c"));
        assertThat(ModelReference.at(Path.of("a?b=c")).describe()).isEqualTo("a?b=c?");
    }

    @Test
    void mayBeMany() {
        String many =
                IntStream.range(0, 20_000).mapToObj(i -> "k" + i + "=v").collect(joining("&"));
        assertThat(ModelReference.at("m?" + many).settings()).hasSize(20_000);
        assertThat(ModelReference.at("m?" + many + "&").settings()).isEmpty();
    }

    @Test
    void leaveTheQueryOfAUriAlone() {
        ModelReference location = ModelReference.at("s3://bucket/m?version=3");
        assertThat(location).isEqualTo(new ModelReference.Location("s3://bucket/m?version=3"));
        assertThat(location.settings()).isEmpty();
        assertThat(new ModelReference.Location("s3://m").with("key", "a").describe())
                .isEqualTo("s3://m?key=a");
    }

    @Test
    void areRefusedWhereTheyAreMalformed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.at("m?key=a&key=b"))
                .withMessage("Setting 'key' is given twice: key=a&key=b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.at("m?key=100%"))
                .withMessage("A '%' in a setting must be written %25: 100%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.with("Key", "a"))
                .withMessageContaining("but was 'Key'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelReference.of(Map.of(), "memory").with("key", "a"))
                .withMessage("A model in memory has no settings, but memory is given [key]");
    }
}
