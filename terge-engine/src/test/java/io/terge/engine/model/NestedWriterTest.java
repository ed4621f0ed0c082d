package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.format.WriterContext;
import io.terge.tensor.ParameterSpec;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

class NestedWriterTest {

    private static final ModelReference OUT = ModelReference.at("out");
    private static final ModelReference PART = ModelReference.at("part");
    private static final ModelBlueprint NOTHING = ModelBlueprint.of(List.of());

    /** A directory that consists of one other model. */
    private static final ModelWriter WHOLE =
            new ModelWriter() {

                @Override
                public Claim claims(ModelReference target) {
                    return target.equals(OUT) ? Claim.SPECIFIC : Claim.NONE;
                }

                @Override
                public List<List<ParameterSpec>> shards(
                        ModelReference target, ModelBlueprint blueprint, WriterContext context)
                        throws IOException {
                    return part(context).shards(PART, blueprint);
                }

                @Override
                public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
                    throw new AssertionError("The engine has a context");
                }

                @Override
                public ModelSink create(
                        ModelReference target, ModelBlueprint blueprint, WriterContext context)
                        throws IOException {
                    return part(context).create(PART, blueprint);
                }

                private static ModelWriter part(WriterContext context) {
                    return context.writer(PART)
                            .orElseThrow(() -> new IllegalStateException("nobody"));
                }
            };

    /** A model that fails in every way. */
    private record Part(Claim claim, boolean isCreated) implements ModelWriter {

        @Override
        public Claim claims(ModelReference target) {
            return target.equals(PART) ? claim : Claim.NONE;
        }

        @Override
        public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
            throw new UnsupportedOperationException("shards");
        }

        @Override
        public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
            if (!isCreated) {
                throw new UnsupportedOperationException("create");
            }
            return new ModelSink() {
                @Override
                public void write(String parameter, long offset, MemorySegment bytes) {
                    throw new UnsupportedOperationException("write");
                }

                @Override
                public void commit() throws IOException {
                    throw new IOException("disk");
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aWriterThatNobodyHasIsEmpty() {
        AdapterChooser chooser = TestFormat.chooser(format("whole", WHOLE));
        assertThat(chooser.writer(PART)).isEmpty();
        assertThatThrownBy(() -> new TargetOpener(chooser).shards(OUT, "whole", NOTHING))
                .hasMessageContaining("Plugin 'whole' failed")
                .hasMessageContaining("nobody");
    }

    @Test
    void failuresNameTheAdapterOfThePart() throws IOException {
        TargetOpener opener = opener(new Part(Claim.SPECIFIC, false));
        assertThatThrownBy(() -> opener.shards(OUT, "whole", NOTHING))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[PLUGIN_FAILED] Plugin 'part' failed while dividing the output part into"
                                + " shards");
        assertThatThrownBy(() -> opener.create(OUT, "whole", NOTHING, told -> {}))
                .hasMessageContaining("Plugin 'part' failed while starting the output part");
    }

    @Test
    void failuresOfItsSinkNameIt() {
        try (OpenTarget target =
                opener(new Part(Claim.GENERAL, true)).create(OUT, "whole", NOTHING, told -> {})) {
            assertThatThrownBy(() -> target.write("w", 0, MemorySegment.ofArray(new byte[1])))
                    .hasMessageContaining("Plugin 'part' failed while writing 'w'");
            assertThatThrownBy(target::commit)
                    .hasMessageContaining("[CANNOT_WRITE] Cannot write output out: disk");
        }
    }

    @Test
    void equalClaimsAreAnError() {
        AdapterChooser chooser =
                TestFormat.chooser(
                        format("one", new Part(Claim.SPECIFIC, true)),
                        format("two", new Part(Claim.SPECIFIC, true)));
        assertThatThrownBy(() -> chooser.writer(PART))
                .hasMessageContaining("[OUTPUT_NOT_SUPPORTED] Several adapters claim the output");
    }

    private static TargetOpener opener(ModelWriter part) {
        return new TargetOpener(TestFormat.chooser(format("whole", WHOLE), format("part", part)));
    }

    private static TestFormat format(String name, ModelWriter writer) {
        return new TestFormat(
                name,
                any -> Claim.NONE,
                (model, context) -> TestFormat.source(),
                Optional.of(writer));
    }
}
