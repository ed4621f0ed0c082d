package io.terge.testkit;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Tests everything that the engine relies on in a model adapter with a writer. Extend it and
 * provide the adapter and a target; override the other methods if the format lacks a feature.
 *
 * @since 0.1
 */
public abstract class ModelAdapterContract extends ModelSinkContract {

    private static final int SHARD = 64;

    /** Whether the format stores metadata. */
    protected boolean keepsMetadata() {
        return true;
    }

    /** Whether the format stores companions, which a single-file format does not. */
    protected boolean keepsCompanions() {
        return true;
    }

    @Test
    final void claimsTheTargetsThatItIsGiven() {
        ModelReference target = target(directory);
        subject()
                .check(
                        writer().claims(target) != Claim.NONE,
                        "its writer does not claim the target " + target.describe());
        ModelReference foreign = ModelReference.of(new Object(), "a foreign object");
        subject().same(Claim.NONE, writer().claims(foreign), "its writer's claims() of " + foreign);
    }

    @Test
    final void keepsMetadataIfItCan() throws IOException {
        TinyModel model = small(5);
        Map<String, String> metadata = Map.of("format", "pt", "ключ", "value\n\"quoted\"");
        ModelReference target = target(model, directory);
        model.write(adapter(), target, blueprint(model).withMetadata(metadata));
        try (ModelSource source = adapter().open(target, context())) {
            subject()
                    .same(
                            keepsMetadata() ? metadata : Map.of(),
                            source.metadata(),
                            "metadata after a round trip");
        }
    }

    @Test
    final void keepsCompanionsIfItCan() throws IOException {
        TinyModel model = small(22);
        List<Companion> files =
                List.of(
                        new CompanionText("notes.txt", "some notes\n"),
                        new CompanionText("parts/empty.txt", ""),
                        new CompanionText("parts/重み.txt", "é\n"));
        ModelReference donor = ModelReference.of(new Object(), "donor");
        ModelReference target = target(model, directory);
        ModelBlueprint blueprint =
                blueprint(model).withCompanions(donor, files, ModelChanges.none());
        model.write(adapter(), target, blueprint);
        models().checkHolds(target, model, "with companions");
        models().checkCompanions(target, keepsCompanions() ? files : List.of());
    }

    @Test
    final void keepsTiesAsItCan() throws IOException {
        TinyModel model = small(23);
        ModelReference target = target(model, directory);
        Map<String, String> ties = Map.of("c.tied", "b.weight");
        model.write(adapter(), target, blueprint(model).withTies(ties));
        TinyModel both = model.with("c.tied", model.array("b.weight"));
        try (ModelSource source = adapter().open(target, context())) {
            models().checkHeaders(source);
            boolean isKept =
                    source.parameters().stream().anyMatch(spec -> spec.name().equals("c.tied"));
            models().checkSource(source, isKept ? both : model, "with a tie");
        }
    }

    @Test
    final void dividesAModelIntoShards() throws IOException {
        TinyModel model = small(24).with("c.weight", types().getFirst(), 8, 8);
        checkShards(model, blueprint(model));
        ModelBlueprint divided = blueprint(model).withShardSize(OptionalLong.of(SHARD));
        try {
            checkShards(model, divided);
        } catch (TergeException refused) {
            return; // A format of a single file.
        }
        ModelReference target = model.write(adapter(), target(model, directory), divided);
        models().checkHolds(target, model, "in shards of " + SHARD + " bytes");
    }

    private void checkShards(TinyModel model, ModelBlueprint blueprint) throws IOException {
        List<List<ParameterSpec>> shards = writer().shards(target(directory), blueprint);
        subject()
                .same(
                        StoredModels.byName(model.specs()),
                        StoredModels.byName(shards.stream().flatMap(List::stream).toList()),
                        "parameters of all shards");
        subject()
                .same(
                        shards,
                        writer().shards(target(directory), blueprint),
                        "shards() called twice");
        for (List<ParameterSpec> shard : shards) {
            long bytes = shard.stream().mapToLong(ParameterSpec::byteSize).sum();
            subject()
                    .check(
                            shard.size() == 1
                                    || bytes <= blueprint.shardSize().orElse(Long.MAX_VALUE),
                            "a shard of several parameters has %d bytes, more than %s"
                                    .formatted(bytes, blueprint.shardSize()));
        }
    }
}
