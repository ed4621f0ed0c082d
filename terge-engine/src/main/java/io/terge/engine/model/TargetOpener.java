package io.terge.engine.model;

import static io.terge.api.CompanionSettings.CARD;
import static io.terge.api.CompanionSettings.COPY;
import static io.terge.api.CompanionSettings.NO_CARD;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.CompanionFiles;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks targets, and starts models at them, each with the adapter that is named or claims it. */
public final class TargetOpener {

    private final AdapterChooser adapters;

    @Inject
    TargetOpener(AdapterChooser adapters) {
        this.adapters = adapters;
    }

    /**
     * Returns a target without a setting that its writer does not have and need not have: what
     * writes no model card needs no request to write none.
     *
     * @throws TergeException if companions are to be copied to a target that has none
     */
    public ModelReference fitting(ModelReference target, Optional<String> adapter) {
        Plugin<ModelAdapter> chosen = chosen(target, adapter);
        List<String> known = settings(chosen, writer(chosen, target));
        if (target.settings().containsKey(COPY) && !known.contains(COPY)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "Adapter '%s' cannot copy files of the base (--copy, in Java .copy(...)): the output %s has no other files"
                                            .formatted(chosen.name(), shown(target)))
                            .fix("omit --copy, or choose a directory as the output"));
        }
        boolean isWithoutCard = NO_CARD.equals(target.settings().get(CARD));
        return isWithoutCard && !known.contains(CARD)
                ? CompanionSettings.without(target, CARD)
                : target;
    }

    /**
     * Returns the name of the adapter that would write to a target, after it has checked that it
     * can.
     *
     * @param adapter the name of the adapter to write with; empty for the one that claims the
     *     target
     * @throws TergeException if no adapter would, or the target must not be written
     */
    public String check(ModelReference target, Optional<String> adapter, boolean overwrite) {
        Plugin<ModelAdapter> chosen = chosen(target, adapter);
        ModelWriter writer = writer(chosen, target);
        checkSettings(target, chosen, writer);
        chosen.call("checking the output " + shown(target))
                .runWriting("output " + shown(target), () -> writer.check(target, overwrite));
        return chosen.name();
    }

    /**
     * Checks that an adapter can keep the model that it replaces.
     *
     * @param name the name of the adapter that {@link #check} returned
     * @throws TergeException if it cannot
     */
    public void checkBackup(ModelReference target, String name) {
        Plugin<ModelAdapter> adapter = adapters.named(name);
        ModelWriter writer = writer(adapter, target);
        if (!adapter.call("asking for backups").get(writer::keepsBackups)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    "Adapter '%s' cannot keep a backup of what it replaces at %s"
                                            .formatted(name, shown(target)))
                            .fix("omit --backup (in Java .backup()), or choose another output"));
        }
    }

    /**
     * Returns how the adapter of a name divides a model into files: together they are the
     * blueprint's parameters, each once.
     *
     * @throws TergeException if the format cannot hold such a model
     */
    public List<List<ParameterSpec>> shards(
            ModelReference target, String adapter, ModelBlueprint blueprint) {
        Plugin<ModelAdapter> chosen = adapters.named(adapter);
        ModelWriter writer = writer(chosen, target);
        PluginCall call =
                chosen.call("dividing the output %s into shards".formatted(shown(target)));
        List<List<ParameterSpec>> shards =
                call.getWriting(
                        "output " + shown(target),
                        () ->
                                writer.shards(target, blueprint, adapters::writer).stream()
                                        .map(List::copyOf)
                                        .toList());
        new ShardCheck(target, blueprint, call).check(shards);
        return shards;
    }

    /**
     * Returns what the adapter of a name does with the companions of a model.
     *
     * @throws TergeException if they cannot be examined
     */
    public CompanionFiles companions(
            ModelReference target, String adapter, ModelBlueprint blueprint) {
        Plugin<ModelAdapter> chosen = adapters.named(adapter);
        ModelWriter writer = writer(chosen, target);
        return chosen.call("choosing the companions of the output " + shown(target))
                .getWriting("output " + shown(target), () -> writer.companions(target, blueprint));
    }

    /**
     * Starts a model at a target.
     *
     * @param adapter the name of the adapter that {@link #check} returned
     * @throws TergeException if it must not or cannot be written
     */
    public OpenTarget create(
            ModelReference target,
            String adapter,
            ModelBlueprint blueprint,
            Consumer<Problem> warnings) {
        Plugin<ModelAdapter> chosen = adapters.named(adapter);
        ModelWriter writer = writer(chosen, target);
        checkSettings(target, chosen, writer);
        ModelSink sink =
                chosen.call("starting the output " + shown(target))
                        .getWriting(
                                "output " + shown(target),
                                () -> writer.create(target, blueprint, adapters::writer));
        return new OpenTarget(target, chosen, sink, warnings);
    }

    private static void checkSettings(
            ModelReference target, Plugin<ModelAdapter> adapter, ModelWriter writer) {
        KnownSettings.check(
                "the output " + shown(target), target, adapter, settings(adapter, writer));
    }

    private static List<String> settings(Plugin<ModelAdapter> adapter, ModelWriter writer) {
        return adapter.call("naming the settings of its writer")
                .get(() -> List.copyOf(writer.settings()));
    }

    private Plugin<ModelAdapter> chosen(ModelReference target, Optional<String> adapter) {
        return adapter.map(adapters::named).orElseGet(() -> adapters.toWrite(target));
    }

    private static String shown(ModelReference target) {
        return CompanionSettings.describe(target);
    }

    private static ModelWriter writer(Plugin<ModelAdapter> adapter, ModelReference target) {
        return adapter.call("examining " + shown(target))
                .get(() -> adapter.instance().writer())
                .orElseThrow(
                        () ->
                                new TergeException(
                                        Problem.of(
                                                        TergeCode.OUTPUT_NOT_SUPPORTED,
                                                        "Adapter '%s' only reads models: it cannot write %s"
                                                                .formatted(
                                                                        adapter.name(),
                                                                        shown(target)))
                                                .fix(
                                                        "choose an adapter that writes models"
                                                                + " (--output-adapter, in Java"
                                                                + " .outputAdapter(...))")));
    }
}
