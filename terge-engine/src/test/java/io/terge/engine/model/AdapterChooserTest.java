package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class AdapterChooserTest {

    private static final ModelReference HUB = ModelReference.at("hub://org/model");

    @TempDir Path folder;

    @Test
    void choosesTheHighestClaim() {
        AdapterChooser chooser =
                TestFormat.chooser(
                        TestFormat.claiming("a", Claim.GENERAL),
                        TestFormat.claiming("b", Claim.SPECIFIC),
                        TestFormat.claiming("c", Claim.GENERAL),
                        TestFormat.claiming("d", Claim.NONE));
        assertThat(chooser.toOpen(HUB).name()).isEqualTo("b");
    }

    @Test
    void namesAllWithTheHighestClaim() {
        AdapterChooser chooser =
                TestFormat.chooser(
                        TestFormat.claiming("a", Claim.SPECIFIC),
                        TestFormat.claiming("b", Claim.GENERAL),
                        TestFormat.claiming("c", Claim.SPECIFIC));
        assertThatThrownBy(() -> chooser.toOpen(HUB))
                .isInstanceOf(TergeException.class)
                .hasMessageMatching(
                        """
                        \\[MODEL_NOT_RECOGNIZED\\] Several adapters claim hub://org/model: \
                        a \\(.*\\), c \\(.*\\)
                           fix: choose an adapter \
                        \\(--adapter NAME, in Java \\.adapter\\(\\.\\.\\.\\)\\)\
                        """);
    }

    @Test
    void saysWhatThereIsWhereNobodyClaims() {
        AdapterChooser chooser = TestFormat.chooser(TestFormat.claiming("a", Claim.NONE));
        assertThatThrownBy(() -> chooser.toOpen(HUB))
                .hasMessageContaining("[MODEL_NOT_RECOGNIZED] No adapter claims hub://org/model")
                .hasMessageContaining("adapters: a (");
        assertThatThrownBy(() -> chooser.toOpen(ModelReference.at(folder)))
                .hasMessageContaining("[MODEL_NOT_RECOGNIZED]");
        assertThatThrownBy(() -> chooser.toOpen(ModelReference.at(folder.resolve("gone"))))
                .hasMessageContaining(
                        "[MODEL_NOT_FOUND] '" + folder.resolve("gone") + "' does not exist");
    }

    @Test
    void findsAnAdapterByItsNameWhateverItClaims() {
        AdapterChooser chooser =
                TestFormat.chooser(
                        TestFormat.claiming("safe_tensors", Claim.NONE),
                        TestFormat.claiming("b", Claim.SPECIFIC));
        assertThat(chooser.named("safe-tensors").name()).isEqualTo("safe_tensors");
        assertThatThrownBy(() -> chooser.named("safetensor"))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[UNKNOWN_ADAPTER] There is no model adapter 'safetensor'."
                                + " Did you mean 'safe_tensors'?");
    }

    @Test
    void choosesWhoWritesByTheClaimsOfWriters() {
        AdapterChooser chooser =
                TestFormat.chooser(
                        TestFormat.claiming("a", Claim.SPECIFIC),
                        TestFormat.claiming("b", Claim.NONE).writing(writer(Claim.GENERAL)));
        assertThat(chooser.toWrite(HUB).name()).isEqualTo("b");
    }

    @Test
    void refusesATargetThatNobodyOrSeveralClaim() {
        TestFormat reader = TestFormat.claiming("a", Claim.SPECIFIC);
        TestFormat left = TestFormat.claiming("b", Claim.NONE).writing(writer(Claim.GENERAL));
        TestFormat right = TestFormat.claiming("c", Claim.NONE).writing(writer(Claim.GENERAL));
        assertThatThrownBy(() -> TestFormat.chooser(reader).toWrite(HUB))
                .hasMessageContaining("[OUTPUT_NOT_SUPPORTED] No adapter writes to hub://org/model")
                .hasMessageContaining("fix: choose a name that an adapter writes");
        assertThatThrownBy(
                        () ->
                                TestFormat.chooser(
                                                TestFormat.claiming("d", Claim.NONE)
                                                        .writing(writer(Claim.NONE)))
                                        .toWrite(HUB))
                .hasMessageContaining("d (")
                .hasMessageContaining(") writes NAME.test\n");
        assertThatThrownBy(() -> TestFormat.chooser(left, right).toWrite(HUB))
                .hasMessageContaining(
                        "[OUTPUT_NOT_SUPPORTED] Several adapters claim the output hub://org/model:"
                                + " b (")
                .hasMessageContaining("fix: choose an adapter (--output-adapter NAME");
    }

    @Test
    void namesAnAdapterWhoseClaimThrows() {
        TestFormat throwing =
                new TestFormat(
                        "odd",
                        any -> {
                            throw new IllegalStateException("no");
                        },
                        (model, context) -> TestFormat.source(),
                        Optional.empty());
        assertThatThrownBy(() -> TestFormat.chooser(throwing).toOpen(HUB))
                .hasMessageContaining(
                        "[PLUGIN_FAILED] Plugin 'odd' failed while examining hub://org/model");
    }

    private static ModelWriter writer(Claim claim) {
        return new ModelWriter() {
            @Override
            public Claim claims(ModelReference target) {
                return claim;
            }

            @Override
            public String targets() {
                return "NAME.test";
            }

            @Override
            public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
                throw new AssertionError("Not asked for");
            }
        };
    }
}
