package io.terge.hf.experts.view;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.MlpPart;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The feed-forward networks of a dense model.
 *
 * @param model the model, for messages
 * @param count how many layers there are
 * @param matrices their matrices, by name
 * @param unknown other parameters of these networks
 */
record DenseLayers(
        String model, int count, Map<String, ParameterSpec> matrices, List<String> unknown) {

    private static final Pattern LAYER =
            Pattern.compile("model\\.layers\\.(\\d{1,5})\\.(mlp\\.)?.*");

    /** A list of everything would hide what it says. */
    private static final int MOST_NAMES = 3;

    static DenseLayers in(ModelSource source, String model) {
        int count = 0;
        Map<String, ParameterSpec> all = new HashMap<>();
        for (ParameterSpec parameter : source.parameters()) {
            Matcher layer = LAYER.matcher(parameter.name());
            if (layer.matches()) {
                count = Math.max(count, Integer.parseInt(layer.group(1)) + 1);
                if (layer.group(2) != null) {
                    all.put(parameter.name(), parameter);
                }
            }
        }
        Map<String, ParameterSpec> matrices = new HashMap<>();
        for (int layer = 0; layer < count; layer++) {
            for (MlpPart part : MlpPart.values()) {
                Optional.ofNullable(all.remove(name(layer, part)))
                        .ifPresent(spec -> matrices.put(spec.name(), spec));
            }
        }
        return new DenseLayers(
                model, count, Map.copyOf(matrices), all.keySet().stream().sorted().toList());
    }

    /** The name of a matrix. */
    static String name(int layer, MlpPart part) {
        return "model.layers.%d.mlp.%s.weight".formatted(layer, part.projection());
    }

    /** The number of a layer that a parameter belongs to the network of. */
    static Optional<Integer> layerOf(String name) {
        Matcher layer = LAYER.matcher(name);
        return layer.matches() && layer.group(2) != null
                ? Optional.of(Integer.valueOf(layer.group(1)))
                : Optional.empty();
    }

    /** A matrix that is there. */
    ParameterSpec matrix(int layer, MlpPart part) {
        return Objects.requireNonNull(matrices.get(name(layer, part)), "not checked");
    }

    /** The number of hidden states. */
    long hidden() {
        return matrix(0, MlpPart.GATE).shape().dimension(1);
    }

    /** The number of intermediate states. */
    long size() {
        return matrix(0, MlpPart.GATE).shape().dimension(0);
    }

    /** What makes these no experts. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (matrices.isEmpty()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "%s has no parameters of feed-forward networks, such as '%s'"
                                            .formatted(Quoted.of(model), name(0, MlpPart.GATE)))
                            .fix("use a dense model with the parameter names of transformers"));
            return problems;
        }
        List<String> missing = new ArrayList<>();
        for (int layer = 0; layer < count; layer++) {
            for (MlpPart part : MlpPart.values()) {
                String name = name(layer, part);
                if (!matrices.containsKey(name)) {
                    missing.add(name);
                }
            }
        }
        if (!missing.isEmpty()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "%s lacks %s".formatted(Quoted.of(model), list(missing)))
                            .fix("use a complete dense model"));
        }
        if (!unknown.isEmpty()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "%s has %s, which an expert cannot have"
                                            .formatted(Quoted.of(model), list(unknown)))
                            .fix(
                                    "use models whose feed-forward networks consist of gate_proj,"
                                            + " up_proj and down_proj, without biases and not"
                                            + " quantised"));
        }
        if (missing.isEmpty()) {
            misshapen().ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> misshapen() {
        ParameterSpec first = matrix(0, MlpPart.GATE);
        if (first.shape().rank() != 2) {
            return Optional.of(misshapen(first, "a matrix"));
        }
        for (int layer = 0; layer < count; layer++) {
            for (MlpPart part : MlpPart.values()) {
                ParameterSpec matrix = matrix(layer, part);
                Shape expected = part == MlpPart.DOWN ? Shape.of(hidden(), size()) : first.shape();
                if (!matrix.shape().equals(expected) || !matrix.dtype().isFloating()) {
                    return Optional.of(
                            misshapen(matrix, "floating-point numbers of shape " + expected));
                }
            }
        }
        return Optional.empty();
    }

    private Problem misshapen(ParameterSpec matrix, String expected) {
        return Problem.of(
                        ExpertsCode.EXPERTS_SHAPE,
                        "%s: expected %s, got %s".formatted(Quoted.of(model), expected, matrix))
                .fix("use models whose layers all have the same sizes, and are not quantised");
    }

    /** The first few names. */
    static String list(List<String> names) {
        return FirstFew.of(names.stream().map(Quoted::of).toList(), MOST_NAMES);
    }
}
