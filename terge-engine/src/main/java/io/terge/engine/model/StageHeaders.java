package io.terge.engine.model;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.engine.cost.StageFootprint;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a later merge sees of the output of a stage.
 *
 * @param stage the stage
 * @param models what the headers of its models say
 */
public record StageHeaders(StagePlan stage, IntFunction<ModelHeaders> models) {

    /** The name of the adapter that outputs of stages belong to. */
    public static final String ADAPTER = "stage";

    /** The headers of the output. */
    public ModelHeaders headers() {
        ModelHeaders base = models.apply(plan().base());
        List<ParameterSpec> parameters =
                plan().parameters().stream().map(ParameterPlan::output).toList();
        return new ModelHeaders(
                stage.reference(),
                ADAPTER,
                parameters,
                footprints(),
                ties(),
                aliases(base),
                groups(base),
                base.metadata(),
                Collections.emptySortedMap(),
                base.traits(),
                base.vocabulary(),
                base.companions(),
                files(),
                List.of(),
                new ModelHeaders.Donor(
                        base.donor().reference(),
                        Blueprints.changes(
                                plan().parameters(),
                                plan().layerPattern(),
                                base,
                                models,
                                stage.dtype()),
                        Optional.of(
                                new MergeSummaries(models, plan().base())
                                        .ofStage(plan().parameters()))));
    }

    private MergePlan plan() {
        return stage.plan();
    }

    private Map<String, Footprint> footprints() {
        Map<String, Footprint> footprints = new HashMap<>();
        for (ParameterPlan parameter : plan().parameters()) {
            Footprint footprint = new StageFootprint(stage).of(parameter);
            if (!footprint.equals(Footprint.stored(parameter.output()))) {
                footprints.put(parameter.output().name(), footprint);
            }
        }
        return footprints;
    }

    private SortedMap<String, String> ties() {
        SortedMap<String, String> ties = new TreeMap<>();
        for (ParameterPlan parameter : plan().parameters()) {
            if (parameter.action() instanceof Action.Tied(String to)) {
                ties.put(parameter.output().name(), to);
            }
        }
        return ties;
    }

    // A name that the stage has made a parameter of its own is no other name of one any more.
    private SortedMap<String, String> aliases(ModelHeaders base) {
        Map<String, String> made = made();
        Set<String> outputs = Set.copyOf(made.values());
        Set<String> stored =
                base.parameters().stream().map(ParameterSpec::name).collect(Collectors.toSet());
        boolean areSeparate =
                new AliasUse(models).separates(plan().parameters(), base)
                        || base.donor().changes().hasSeparateAliases();
        SortedMap<String, String> aliases = new TreeMap<>();
        base.aliases()
                .forEach(
                        (name, of) -> {
                            String output = made.getOrDefault(name, name);
                            boolean isOwn =
                                    outputs.contains(output)
                                            && (areSeparate || !stored.contains(name));
                            if (made.containsKey(of) && !isOwn) {
                                aliases.put(output, made.get(of));
                            }
                        });
        return aliases;
    }

    private List<ParameterGroup> groups(ModelHeaders base) {
        Map<String, String> made = made();
        return base.groups().stream()
                .filter(
                        group ->
                                group.members().stream()
                                        .allMatch(name -> name.equals(made.get(name))))
                .toList();
    }

    // The parameters of the base by the names of the output.
    private Map<String, String> made() {
        Map<String, String> made = new HashMap<>();
        for (ParameterPlan parameter : plan().parameters()) {
            for (Operand operand : parameter.action().operands()) {
                if (operand.model() == plan().base()) {
                    made.putIfAbsent(operand.stored().name(), parameter.output().name());
                }
            }
        }
        return made;
    }

    private List<Path> files() {
        return IntStream.range(0, plan().models().size())
                .mapToObj(models)
                .flatMap(model -> model.files().stream())
                .distinct()
                .toList();
    }
}
