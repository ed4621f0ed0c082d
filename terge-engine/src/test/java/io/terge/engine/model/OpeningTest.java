package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.api.MergeListener;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.Vocabulary;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

class OpeningTest {

    private static final ModelReference WHOLE = ModelReference.at("whole");
    private static final ModelReference PART = ModelReference.at("part");

    private final TestSource whole = TestFormat.source();
    private final TestSource part = TestFormat.source();

    @Test
    void opensAModelWithTheAdapterThatClaimsItOrIsNamed() {
        TestFormat claiming = TestFormat.claiming("a", Claim.SPECIFIC);
        TestFormat named =
                TestFormat.claiming("b", Claim.NONE)
                        .opening((model, context) -> TestFormat.source().with("w", DType.F32, 2));
        ModelOpener opener = new ModelOpener(TestFormat.chooser(claiming, named));
        assertThat(
                        opener.headers(
                                        WHOLE,
                                        Optional.empty(),
                                        RequestSettings.none(),
                                        MergeListener.none())
                                .adapter())
                .isEqualTo("a");
        assertThat(
                        opener.headers(
                                WHOLE,
                                Optional.of("b"),
                                RequestSettings.none(),
                                MergeListener.none()))
                .satisfies(
                        headers -> {
                            assertThat(headers.adapter()).isEqualTo("b");
                            assertThat(headers.parameters()).hasSize(1);
                        });
    }

    @Test
    void opensOtherModelsForAnAdapterWhichClosesThem() {
        try (OpenModel model =
                open(
                        (reference, context) -> {
                            ModelSource nested = context.open(PART);
                            return new TestSource() {
                                @Override
                                public void close() throws IOException {
                                    nested.close();
                                    nested.close(); // It may be careless.
                                }
                            };
                        })) {
            assertThat(model.headers().parameters()).isEmpty();
            assertThat(part.closed).isZero();
        }
        assertThat(part.closed).isEqualTo(1);
    }

    @Test
    void tellsWhetherAModelIsPartOfAnother() {
        Map<String, Boolean> nested = new HashMap<>();
        TestFormat parts =
                TestFormat.claiming("parts", Claim.SPECIFIC)
                        .opening(
                                (reference, context) -> {
                                    nested.put(reference.describe(), context.isNested());
                                    if (reference.equals(WHOLE)) {
                                        context.open(PART).close();
                                    }
                                    return TestFormat.source();
                                });
        ModelOpener opener = new ModelOpener(TestFormat.chooser(parts));
        opener.open(WHOLE, "parts", RequestSettings.none(), MergeListener.none()).close();
        assertThat(nested).isEqualTo(Map.of(WHOLE.describe(), false, PART.describe(), true));
    }

    @Test
    void modelsThatAreOpenedTogetherShareWhatIsRead() {
        List<String> read = new ArrayList<>();
        TestFormat sharing =
                TestFormat.claiming("sharing", Claim.SPECIFIC)
                        .opening(
                                (reference, context) -> {
                                    String value =
                                            context.shared(
                                                    String.class,
                                                    "key",
                                                    () -> {
                                                        read.add(reference.describe());
                                                        return "value";
                                                    });
                                    assertThat(value).isEqualTo("value");
                                    return TestFormat.source();
                                });
        ModelOpener opener = new ModelOpener(TestFormat.chooser(sharing));
        ModelOpener together = opener.ofSeveral();
        for (ModelOpener each : List.of(together, together, opener, opener)) {
            each.open(WHOLE, "sharing", RequestSettings.none(), MergeListener.none()).close();
        }
        assertThat(read).hasSize(3); // Once for those together, and once for each of the others.
    }

    @Test
    void passesOnWhatTheOtherModelSays() throws IOException {
        TestSource said =
                new TestSource() {
                    @Override
                    public Map<String, String> aliases() {
                        return Map.of("head", "w");
                    }

                    @Override
                    public SequencedMap<String, String> traits() {
                        return new TreeMap<>(Map.of("heads", "4"));
                    }

                    @Override
                    public Optional<Vocabulary> vocabulary() {
                        return Optional.of(
                                new Vocabulary() {
                                    @Override
                                    public String name() {
                                        return "tokens";
                                    }

                                    @Override
                                    public String identity() {
                                        throw new IllegalStateException("no identity");
                                    }

                                    @Override
                                    public Map<String, Integer> tokens() {
                                        return Map.of("a", 0);
                                    }
                                });
                    }
                };
        said.with("w", DType.F32, 1).group("w");
        TestFormat parts =
                TestFormat.claiming("parts", Claim.SPECIFIC)
                        .opening(
                                (reference, context) ->
                                        reference.equals(WHOLE) ? context.open(PART) : said);
        try (OpenModel model =
                new ModelOpener(TestFormat.chooser(parts))
                        .open(WHOLE, "parts", RequestSettings.none(), MergeListener.none())) {
            ModelHeaders headers = model.headers();
            assertThat(headers.aliases()).isEqualTo(Map.of("head", "w"));
            assertThat(headers.groups()).hasSize(1);
            assertThat(headers.traits()).isEqualTo(Map.of("heads", "4"));
            Vocabulary vocabulary = headers.vocabulary().orElseThrow();
            assertThat(vocabulary.name()).isEqualTo("tokens");
            assertThat(vocabulary.tokens()).isEqualTo(Map.of("a", 0));
            assertThatThrownBy(vocabulary::identity)
                    .hasMessageContaining("Plugin 'parts' failed while reading the tokens of part");
        }
    }

    @Test
    void closesWhatAnAdapterHasOpenedWhereItFails() {
        assertThatThrownBy(
                        () ->
                                open(
                                        (reference, context) -> {
                                            context.open(PART);
                                            throw new IllegalStateException("then it fails");
                                        }))
                .hasMessageContaining("Plugin 'whole' failed while opening whole")
                .hasMessageContaining("then it fails");
        assertThat(part.closed).isEqualTo(1);
    }

    @Test
    void closesOnceWhatAnAdapterHasClosedItself() {
        assertThatThrownBy(
                        () ->
                                open(
                                        (reference, context) -> {
                                            context.open(PART).close();
                                            throw new IOException("bad sector");
                                        }))
                .hasMessageContaining("[CANNOT_READ] Cannot read model whole: bad sector");
        assertThat(part.closed).isEqualTo(1);
    }

    @Test
    void blamesTheAdapterOfTheOtherModel() {
        TestSource broken =
                new TestSource() {
                    @Override
                    public Map<String, String> ties() {
                        throw new IllegalStateException("no ties");
                    }
                };
        TestFormat parts =
                TestFormat.claiming("parts", Claim.SPECIFIC)
                        .opening((reference, context) -> broken);
        TestFormat wholes =
                TestFormat.claiming("whole", Claim.GENERAL)
                        .opening(
                                (reference, context) -> {
                                    context.open(PART).ties();
                                    return whole;
                                });
        ModelOpener opener = new ModelOpener(TestFormat.chooser(parts, wholes));
        assertThatThrownBy(
                        () ->
                                opener.open(
                                        WHOLE,
                                        "whole",
                                        RequestSettings.none(),
                                        MergeListener.none()))
                .hasMessageContaining(
                        "[PLUGIN_FAILED] Plugin 'parts' failed while reading the headers of part");
        assertThat(broken.closed).isEqualTo(1);
    }

    @Test
    void refusesAModelThatIsMadeFromItself() {
        ModelReference again = ModelReference.at("./x/../whole");
        assertThatThrownBy(() -> open((reference, context) -> context.open(again)))
                .isInstanceOf(TergeException.class)
                .hasMessage(
                        """
                        [MODEL_CYCLE] Model ./x/../whole refers to itself
                           opened: whole -> ./x/../whole
                           fix: correct the configuration that names ./x/../whole\
                        """);
    }

    @Test
    void opensOneModelTwiceForOneAdapter() {
        try (OpenModel model =
                open(
                        (reference, context) -> {
                            context.open(PART).close();
                            context.open(PART).close();
                            return whole;
                        })) {
            assertThat(model.reference()).isEqualTo(WHOLE);
        }
        assertThat(part.closed).isEqualTo(2);
    }

    @Test
    void servesNoOtherThreadAndNotBeyondTheCall() {
        List<AdapterContext> contexts = new ArrayList<>();
        open((reference, context) -> {
                    contexts.add(context);
                    assertThat(
                                    CompletableFuture.supplyAsync(
                                                    () -> catchThrowable(() -> context.open(PART)))
                                            .join())
                            .isInstanceOf(IllegalStateException.class);
                    return whole;
                })
                .close();
        assertThatThrownBy(() -> contexts.getFirst().open(PART))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> contexts.getFirst().progress("late", 0, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    private OpenModel open(TestFormat.Opener opener) {
        TestFormat wholes = TestFormat.claiming("whole", Claim.GENERAL).opening(opener);
        TestFormat parts =
                new TestFormat(
                        "parts",
                        model -> model.equals(PART) ? Claim.SPECIFIC : Claim.NONE,
                        (reference, context) -> part,
                        Optional.empty());
        return new ModelOpener(TestFormat.chooser(wholes, parts))
                .open(WHOLE, "whole", RequestSettings.none(), MergeListener.none());
    }
}
