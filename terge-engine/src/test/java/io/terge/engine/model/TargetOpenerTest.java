package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TargetOpenerTest {

    private static final ModelReference OUT = ModelReference.at("out");
    private static final ParameterSpec A = ParameterSpec.of("a", DType.F32, Shape.of(2));
    private static final ParameterSpec B = ParameterSpec.of("b", DType.F32, Shape.of(2));
    private static final ModelBlueprint BLUEPRINT = ModelBlueprint.of(List.of(A, B));

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(List.of(List.of(A)), "'b' is in no shard of out"),
                Arguments.of(
                        List.of(List.of(A, B), List.of(A)), "'a' is in more than one shard of out"),
                Arguments.of(
                        List.of(List.of(A, B.as(DType.F16))),
                        "the shards have b F16 [2], which is not a parameter of out"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(List<List<ParameterSpec>> shards, String how) {
        assertThatThrownBy(() -> opener(shards).shards(OUT, "files", BLUEPRINT))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[PLUGIN_FAILED] Plugin 'files' breaks its contract: " + how);
    }

    @Test
    void givesTheShardsOfAWriter() {
        List<List<ParameterSpec>> shards = List.of(List.of(B), List.of(A));
        assertThat(opener(shards).shards(OUT, "files", BLUEPRINT)).isEqualTo(shards);
    }

    @Test
    void checksATargetWithTheWriterThatClaimsItOrIsNamed() {
        TargetOpener opener = opener(List.of());
        assertThat(opener.check(OUT, Optional.empty(), true)).isEqualTo("files");
        assertThat(opener.check(OUT, Optional.of("files"), true)).isEqualTo("files");
        assertThatThrownBy(() -> opener.check(OUT, Optional.empty(), false))
                .hasMessageContaining("[CANNOT_WRITE] Cannot write output out: occupied");
    }

    @Test
    void refusesANamedAdapterThatOnlyReads() {
        assertThatThrownBy(() -> opener(List.of()).check(OUT, Optional.of("reader"), true))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[OUTPUT_NOT_SUPPORTED] Adapter 'reader' only reads models: it cannot"
                                + " write out");
    }

    private static TargetOpener opener(List<List<ParameterSpec>> shards) {
        ModelWriter writer =
                new ModelWriter() {
                    @Override
                    public Claim claims(ModelReference target) {
                        return Claim.SPECIFIC;
                    }

                    @Override
                    public void check(ModelReference target, boolean overwrite) throws IOException {
                        if (!overwrite) {
                            throw new IOException("occupied");
                        }
                    }

                    @Override
                    public List<List<ParameterSpec>> shards(
                            ModelReference target, ModelBlueprint blueprint) {
                        return shards;
                    }

                    @Override
                    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
                        throw new AssertionError("Not asked for");
                    }
                };
        return new TargetOpener(
                TestFormat.chooser(
                        TestFormat.claiming("files", Claim.NONE).writing(writer),
                        TestFormat.claiming("reader", Claim.SPECIFIC)));
    }
}
