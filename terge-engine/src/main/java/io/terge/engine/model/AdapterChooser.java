package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginRegistry;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelWriter;

import jakarta.inject.Inject;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides whose a model, or a place for one, is: the adapter that is named, or claims it most. */
final class AdapterChooser {

    private final PluginRegistry<ModelAdapter> adapters;

    @Inject
    AdapterChooser(Registries plugins) {
        adapters = plugins.adapters();
    }

    /** Returns the adapter of a name. */
    Plugin<ModelAdapter> named(String name) {
        return adapters.require(name, TergeCode.UNKNOWN_ADAPTER);
    }

    /** Checks settings for all models. */
    RequestSettings settings(Map<String, String> byName) {
        return KnownSettings.check(byName, adapters.all());
    }

    /** Returns the adapter that opens a model. */
    Plugin<ModelAdapter> toOpen(ModelReference model) {
        List<Plugin<ModelAdapter>> highest = highest(model, adapter -> adapter.claims(model));
        if (highest.size() > 1) {
            throw several(
                    TergeCode.MODEL_NOT_RECOGNIZED,
                    model.describe(),
                    highest,
                    "choose an adapter (--adapter NAME, in Java .adapter(...))");
        }
        return highest.stream().findFirst().orElseThrow(() -> nobody(model));
    }

    /** Returns the adapter that writes to a target. */
    Plugin<ModelAdapter> toWrite(ModelReference target) {
        return claimed(target).orElseThrow(() -> nobodyWrites(target));
    }

    /** Returns the writer of a model that is part of another one, if any adapter claims it. */
    Optional<ModelWriter> writer(ModelReference target) {
        return claimed(target).flatMap(this::writer);
    }

    private Optional<ModelWriter> writer(Plugin<ModelAdapter> adapter) {
        return adapter.call("getting its writer")
                .get(() -> adapter.instance().writer())
                .map(writer -> new NestedWriter(adapter, writer, this::writer));
    }

    private Optional<Plugin<ModelAdapter>> claimed(ModelReference target) {
        List<Plugin<ModelAdapter>> highest =
                highest(
                        target,
                        adapter ->
                                adapter.writer()
                                        .map(writer -> writer.claims(target))
                                        .orElse(Claim.NONE));
        if (highest.size() > 1) {
            throw several(
                    TergeCode.OUTPUT_NOT_SUPPORTED,
                    "the output " + CompanionSettings.describe(target),
                    highest,
                    "choose an adapter (--output-adapter NAME, in Java .outputAdapter(...))");
        }
        return highest.stream().findFirst();
    }

    private List<Plugin<ModelAdapter>> highest(
            ModelReference reference, Function<ModelAdapter, Claim> question) {
        List<Plugin<ModelAdapter>> winners = new ArrayList<>();
        Claim best = Claim.NONE;
        for (Plugin<ModelAdapter> adapter : adapters.all()) {
            Claim claim =
                    adapter.call("examining " + reference.describe())
                            .get(() -> question.apply(adapter.instance()));
            if (claim.compareTo(best) > 0) {
                winners.clear();
                best = claim;
            }
            if (claim == best && claim != Claim.NONE) {
                winners.add(adapter);
            }
        }
        return winners;
    }

    private TergeException nobodyWrites(ModelReference target) {
        Problem problem =
                Problem.of(
                        TergeCode.OUTPUT_NOT_SUPPORTED,
                        "No adapter writes to " + CompanionSettings.describe(target));
        for (Plugin<ModelAdapter> adapter : adapters.all()) {
            String targets = writer(adapter).map(ModelWriter::targets).orElse("");
            if (!targets.isEmpty()) {
                problem = problem.note("%s writes %s".formatted(adapter, targets));
            }
        }
        return new TergeException(
                problem.fix(
                        "choose a name that an adapter writes, or an adapter (--output-adapter"
                                + " NAME, in Java .outputAdapter(...))"));
    }

    private static TergeException several(
            TergeCode code, String what, List<Plugin<ModelAdapter>> candidates, String fix) {
        return new TergeException(
                Problem.of(
                                code,
                                "Several adapters claim %s: %s"
                                        .formatted(what, PluginRegistry.list(candidates)))
                        .fix(fix));
    }

    private TergeException nobody(ModelReference model) {
        if (UnreadModel.isWebAddress(model)) {
            return new TergeException(UnreadModel.onTheWeb(model));
        }
        if (model.path().filter(path -> Files.notExists(path)).isPresent()) {
            return new TergeException(UnreadModel.absent(model));
        }
        Problem problem = UnreadModel.unclaimed(model).note("adapters: " + adapters.available());
        if (model.path().isPresent()) {
            problem = problem.fix(UnreadModel.advice(model));
        }
        return new TergeException(
                problem.fix("choose an adapter (--adapter NAME, in Java .adapter(...))"));
    }
}
