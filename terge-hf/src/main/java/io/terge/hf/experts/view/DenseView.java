package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.ClosedTogether;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.Architecture;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.hf.experts.MixtureConfig;
import io.terge.hf.experts.MlpPart;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One expert of a mixture, seen as a dense model.
 *
 * @param model the mixture, for messages
 * @param source the mixture
 * @param parameters its parameters by name
 * @param expert which expert
 */
record DenseView(
        String model, ModelSource source, Map<String, ParameterSpec> parameters, int expert) {

    private static final Pattern LAYER =
            Pattern.compile("model\\.layers\\.(\\d{1,5})\\.((?:mlp|block_sparse_moe)\\.)?.*");

    /** Opens a reference to an expert of a mixture. */
    static ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        int expert =
                MixtureSettings.number(
                        ViewSettings.DENSE,
                        reference.settings().getOrDefault(ViewSettings.DENSE, ""));
        ModelReference plain = reference.without(List.of(ViewSettings.DENSE));
        ModelSource source = context.open(plain);
        try {
            Map<String, ParameterSpec> parameters =
                    source.parameters().stream()
                            .collect(Collectors.toMap(ParameterSpec::name, Function.identity()));
            return new DenseView(plain.describe(), source, parameters, expert).view();
        } catch (IOException | RuntimeException | Error failure) {
            ClosedTogether.closeAfter(failure, List.of(source));
            throw failure;
        }
    }

    private ModelSource view() throws IOException {
        ConfigJson config = ConfigJson.in(source.companions()).orElseThrow(() -> unsuited(""));
        String type = config.text("model_type").orElse("");
        Architecture architecture = Architecture.ofType(type).orElseThrow(() -> unsuited(type));
        MixtureLayers layers = new MixtureLayers(architecture, source, parameters);
        check(layers);
        SequencedMap<String, Shown> shown = new LinkedHashMap<>();
        for (ParameterSpec parameter : source.parameters()) {
            Matcher layer = LAYER.matcher(parameter.name());
            if (!layer.matches() || layer.group(2) == null) {
                shown.put(
                        parameter.name(), MixtureView.stored(source, parameter, parameter.name()));
                continue;
            }
            int number = Integer.parseInt(layer.group(1));
            for (MlpPart part : MlpPart.values()) {
                shown.computeIfAbsent(
                        DenseLayers.name(number, part),
                        name -> layers.matrix(number, expert, part, name).orElseThrow());
            }
        }
        String first = DenseLayers.name(0, MlpPart.GATE);
        long size =
                layers.matrix(0, expert, MlpPart.GATE, first)
                        .orElseThrow()
                        .spec()
                        .shape()
                        .dimension(0);
        return new ViewSource(
                source,
                List.of(),
                shown,
                MixtureView.replaced(
                        source.companions(), new MixtureConfig(architecture, config).dense(size)),
                source.resolved().map(exact -> exact.with(ViewSettings.DENSE, "" + expert)));
    }

    private void check(MixtureLayers mixture) {
        Architecture architecture = mixture.architecture();
        TreeSet<Integer> layers = new TreeSet<>();
        List<String> misplaced = new ArrayList<>();
        for (String name : parameters.keySet()) {
            Matcher layer = LAYER.matcher(name);
            if (layer.matches()) {
                layers.add(Integer.valueOf(layer.group(1)));
            }
            boolean isOfBlock = layer.matches() && layer.group(2) != null;
            if (!isOfBlock && !architecture.hasPlaceFor(name)) {
                misplaced.add(name);
            }
        }
        List<Problem> problems = new ArrayList<>();
        long experts = layers.stream().mapToLong(mixture::experts).min().orElse(0);
        Optional<String> misfit =
                layers.stream().flatMap(layer -> mixture.misfit(layer).stream()).findFirst();
        if (experts == 0) {
            problems.add(withoutExperts(mixture, layers));
        } else if (expert >= experts) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_COUNT,
                                    "%s has no expert %d".formatted(Quoted.of(model), expert))
                            .fix("choose one from 0 to " + (experts - 1)));
        } else if (misfit.isPresent()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "The experts of %s cannot be told apart: %s"
                                            .formatted(Quoted.of(model), misfit.get()))
                            .fix("use a mixture as transformers stores it"));
        } else if (!isWhole(mixture, layers)) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "%s lacks matrices of expert %d"
                                            .formatted(Quoted.of(model), expert))
                            .note(
                                    "expected names such as "
                                            + String.join(" or ", mixture.examples(expert)))
                            .fix("use a complete mixture"));
        }
        if (!misplaced.isEmpty()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_PARAMETERS,
                                    "%s has %s, which %s does not have"
                                            .formatted(
                                                    Quoted.of(model),
                                                    DenseLayers.list(
                                                            misplaced.stream().sorted().toList()),
                                                    architecture.denseType()))
                            .fix(
                                    "use a mixture that differs from a dense model only in its"
                                            + " experts"));
        }
        ExpertsException.throwIfAny(problems);
    }

    private boolean isWhole(MixtureLayers mixture, TreeSet<Integer> layers) {
        return layers.stream()
                .allMatch(
                        layer ->
                                Stream.of(MlpPart.values())
                                        .allMatch(part -> mixture.holds(layer, expert, part)));
    }

    private Problem withoutExperts(MixtureLayers mixture, TreeSet<Integer> layers) {
        String missing =
                layers.stream()
                        .filter(layer -> mixture.experts(layer) == 0)
                        .map(mixture.architecture()::router)
                        .findFirst()
                        .orElseGet(() -> mixture.architecture().router(0));
        return Problem.of(
                        ExpertsCode.EXPERTS_PARAMETERS,
                        "%s has layers without experts: it lacks %s"
                                .formatted(Quoted.of(model), Quoted.of(missing)))
                .fix("use a mixture in which every layer has experts");
    }

    private ExpertsException unsuited(String type) {
        return new ExpertsException(
                List.of(
                        Problem.of(
                                        ExpertsCode.EXPERTS_ARCHITECTURE,
                                        type.isEmpty()
                                                ? "%s has no config.json with a 'model_type'"
                                                        .formatted(Quoted.of(model))
                                                : "%s has the model_type %s, from which no expert can be extracted"
                                                        .formatted(
                                                                Quoted.of(model), Quoted.of(type)))
                                .fix(
                                        "use a model with one of these model types: "
                                                + Architecture.allTypes())));
    }
}
