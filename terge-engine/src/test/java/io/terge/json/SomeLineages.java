package io.terge.json;

import io.terge.api.Action.Reason;
import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.CopiedLineage;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;
import io.terge.api.Omission;
import io.terge.api.PluginDescription;
import io.terge.api.PluginUse;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.tensor.DType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lineages, and pieces of them. */
final class SomeLineages {

    static final ModelUse A = use(OptionalInt.of(0), "a.safetensors");
    static final ModelUse B = use(OptionalInt.of(1), "b \"quoted\".safetensors");

    private SomeLineages() {}

    /** One of every kind of piece. */
    static Lineage lineage() {
        return lineage(List.of(new Lineage.Stage("first", lineage(List.of()))));
    }

    private static Lineage lineage(List<Lineage.Stage> stages) {
        return new Lineage(
                "0.1.0",
                List.of(A, B),
                A,
                7,
                List.of(
                        new PluginUse(
                                PluginDescription.Kind.METHOD,
                                "arithmetic",
                                "io.acme.Mean",
                                "1.2",
                                "mean.jar")),
                List.of(
                        new Lineage.Survey(
                                "trim", options("density", "0.5"), "cut at 0.1", List.of("ok"))),
                parameters("head.weight", "Head", "embed.重み"),
                copied(),
                new TreeMap<>(Map.of("lm_head.weight", "head.weight")),
                omissions(),
                stages,
                Optional.of(
                        new RecipeText(
                                "terge",
                                "models: [\"a\"] # mine\n",
                                List.of("--set seed=7"),
                                "models: [a]\n")));
    }

    /** Omissions with and without a model and details. */
    static List<Omission> omissions() {
        return List.of(
                new Omission(
                        Omission.Cause.OTHER_SHAPE,
                        Omission.Effect.LEFT_OUT,
                        OptionalInt.of(1),
                        12,
                        List.of(
                                new Omission.Example("a", "[1] in the base"),
                                new Omission.Example("b", ""))),
                new Omission(
                        Omission.Cause.NOT_FLOATING,
                        Omission.Effect.COPIED,
                        OptionalInt.empty(),
                        1,
                        List.of(new Omission.Example("ids", "I64"))));
    }

    /** A lineage of merged parameters alone. */
    static Lineage lineage(
            List<ModelUse> models,
            ModelUse base,
            long seed,
            SortedMap<String, ParameterLineage> parameters) {
        return new Lineage(
                "1",
                models,
                base,
                seed,
                List.of(),
                List.of(),
                parameters,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
    }

    private static SortedMap<String, CopiedLineage> copied() {
        SortedMap<String, CopiedLineage> copied = new TreeMap<>();
        copied.put(
                "ids", new CopiedLineage(DType.I64, OptionalInt.of(0), "ids", Reason.NOT_FLOATING));
        copied.put(
                "norm",
                new CopiedLineage(
                        DType.named("Q4_K"), OptionalInt.empty(), "model.norm", Reason.EXCLUDED));
        return copied;
    }

    static SortedMap<String, ParameterLineage> parameters(String... names) {
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        for (String name : names) {
            boolean full = name.equals("Head");
            Contribution first =
                    new Contribution(
                            0,
                            0.75,
                            full ? OptionalDouble.of(0.7) : OptionalDouble.empty(),
                            full ? options("epsilon", "0.1") : options());
            parameters.put(
                    name,
                    new ParameterLineage(
                            full ? Optional.of(DType.BF16) : Optional.empty(),
                            "arithmetic",
                            full ? options("sign", "sum", "density", "0.5") : options(),
                            full ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                            List.of(first, contribution(1, 0.25, OptionalDouble.empty())),
                            full ? List.of("fell back") : List.of()));
        }
        return parameters;
    }

    static SortedMap<String, String> options(String... namesAndValues) {
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }

    static Contribution contribution(int model, double weight, OptionalDouble coefficient) {
        return new Contribution(model, weight, coefficient, options());
    }

    static ModelUse use(OptionalInt index, String reference) {
        return new ModelUse(index, ModelReference.at(reference), "safetensors", "5e88");
    }
}
