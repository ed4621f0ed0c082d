package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

class MergedVocabularyTest {

    private static final ModelReference A = ModelReference.at("models/a");
    private static final ModelReference ODD = ModelReference.at("b, 100%25?key=x");
    private static final ModelReference OTHER = ModelReference.at("c=1");

    @Test
    void isTheTextOfAReference() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Union())
                        .withToken("<a>", rule(new TokenRule.SameToken(A), true))
                        .withToken("x", new TokenRule(Optional.empty(), false));
        MergedVocabulary vocabulary =
                new MergedVocabulary(choice, List.of(A, A), OptionalInt.of(1));
        assertThat(vocabulary.on(A).describe())
                .isEqualTo(
                        "models/a?vocabulary=union&vocabulary-base=1"
                                + "&vocabulary-models=models/a,models/a"
                                + "&vocabulary-tokens=<a>=!0,x=");
    }

    static Stream<VocabularyChoice> choices() {
        VocabularyChoice union = VocabularyChoice.of(new VocabularyPolicy.Union());
        VocabularyChoice ofOther = VocabularyChoice.of(new VocabularyPolicy.OfModel(OTHER));
        return Stream.of(
                union,
                VocabularyChoice.of(new VocabularyPolicy.Intersection()),
                VocabularyChoice.of(new VocabularyPolicy.Base()).withMultiple(64),
                VocabularyChoice.of(new VocabularyPolicy.OfModel(ODD)),
                VocabularyChoice.of(
                        new VocabularyPolicy.OfModel(new ModelReference.Location("stage:x=1"))),
                VocabularyChoice.of(
                        new VocabularyPolicy.OfModel(new ModelReference.Location("s3://a?b"))),
                ofOther,
                ofOther.withToken("=,%2C &?", rule(new TokenRule.Zero(), true))
                        .withToken("zero", rule(new TokenRule.OtherToken(A, "=!, %"), false))
                        .withToken("://", rule(new TokenRule.OtherToken(A, "%3A://"), true))
                        .withToken("!", rule(new TokenRule.Row(ODD, 12), true))
                        .withToken(" ", rule(new TokenRule.SameToken(OTHER), false)),
                union.withToken("\u0120t\n", new TokenRule(Optional.empty(), true)));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void isReadAsItWasWritten(VocabularyChoice choice) {
        for (OptionalInt base : List.of(OptionalInt.of(1), OptionalInt.empty())) {
            MergedVocabulary vocabulary =
                    new MergedVocabulary(choice, List.of(A, ODD), base)
                            .withDigests(List.of("00ff", "ab12"));
            ModelReference written = ModelReference.at(vocabulary.on(ODD).describe());
            assertThat(written.hasAny(MergedVocabulary.SETTINGS)).isTrue();
            assertThat(MergedVocabulary.of(written)).isEqualTo(vocabulary);
            assertThat(List.copyOf(MergedVocabulary.of(written).choice().tokens().keySet()))
                    .isEqualTo(List.copyOf(choice.tokens().keySet()));
            assertThat(written.without(MergedVocabulary.SETTINGS)).isEqualTo(ODD);
        }
        assertThat(ODD.hasAny(MergedVocabulary.SETTINGS)).isFalse();
    }

    @Test
    void whatIsNotMergedIsBehindTheModels() {
        MergedVocabulary vocabulary =
                new MergedVocabulary(
                        VocabularyChoice.of(new VocabularyPolicy.OfModel(OTHER))
                                .withToken("a", rule(new TokenRule.SameToken(A), false)),
                        List.of(A, ODD),
                        OptionalInt.empty());
        assertThat(vocabulary.others()).containsExactly(OTHER);
        assertThat(vocabulary.all()).containsExactly(A, ODD, OTHER);
        MergedVocabulary renamed =
                vocabulary.renamed(
                        model -> model.equals(A) ? ModelReference.at("models/z") : model);
        assertThat(renamed.on(ODD).settings())
                .containsEntry("vocabulary-models", "models/z,b%2C 100%2525?key%3Dx")
                .containsEntry("vocabulary-tokens", "a=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?vocabulary=union",
                "a?vocabulary=unoin&vocabulary-models=a",
                "a?vocabulary=2&vocabulary-models=a,b",
                "a?vocabulary=union&vocabulary-models=a,b&vocabulary-base=2",
                "a?vocabulary=union&vocabulary-models=a,b&vocabulary-base=-1",
                "a?vocabulary=union&vocabulary-models=a,b&vocabulary-base=",
                "a?vocabulary=union&vocabulary-models=a,,b",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-others=",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-multiple=0",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-multiple=65537",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=x",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=x=1",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=x=0:",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=x=0:-1",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens=x=zero=y",
                "a?vocabulary=union&vocabulary-models=a&vocabulary-tokens==0",
                "a?vocabulary-models=a"
            })
    void wrongOnesAreRefused(String reference) {
        assertThatThrownBy(() -> MergedVocabulary.of(ModelReference.at(reference)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TergeCode.INVALID_SETTING))
                .hasMessageContaining("Setting 'vocabulary")
                .hasMessageContaining("fix: ");
    }

    @Test
    void aModelInMemoryCannotBeNamed() {
        ModelReference memory = ModelReference.of(new Object(), "memory");
        MergedVocabulary vocabulary =
                new MergedVocabulary(
                        VocabularyChoice.of(new VocabularyPolicy.Union()),
                        List.of(A, memory),
                        OptionalInt.empty());
        assertThatThrownBy(() -> vocabulary.on(A))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("'memory' cannot be changed");
    }

    @Test
    void choicesAreChecked() {
        VocabularyChoice union = VocabularyChoice.of(new VocabularyPolicy.Union());
        assertThatThrownBy(() -> union.withMultiple(0))
                .hasMessageContaining("must be from 1 to 65536, but was 0");
        assertThatThrownBy(() -> union.withToken("", new TokenRule(Optional.empty(), false)))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> new TokenRule.Row(ModelReference.at(Path.of("a")), -1))
                .hasMessageContaining("-1");
    }

    private static TokenRule rule(TokenRule.Source source, boolean isForced) {
        return new TokenRule(Optional.of(source), isForced);
    }
}
