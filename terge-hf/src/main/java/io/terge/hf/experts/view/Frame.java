package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.Architecture;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A base that a mixture can be made of.
 *
 * @param settings what mixture
 * @param architecture its architecture
 * @param config the configuration of the base
 * @param layers the networks of the base
 */
record Frame(
        MixtureSettings settings,
        Architecture architecture,
        ConfigJson config,
        DenseLayers layers) {

    /** Checks a base, and all that is asked for. */
    static Frame of(MixtureSettings settings, ModelSource base, String model) throws IOException {
        List<Problem> problems = new ArrayList<>(countProblems(settings));
        Optional<ConfigJson> config = ConfigJson.in(base.companions());
        String type = config.flatMap(one -> one.text("model_type")).orElse("");
        Optional<Architecture> architecture =
                settings.architecture().or(() -> Architecture.madeOf(type, settings.shared()));
        if (architecture.filter(one -> one.sources().contains(type)).isEmpty()) {
            problems.add(unsuited(model, type, architecture));
            throw new ExpertsException(problems);
        }
        Architecture suited = architecture.get();
        if (!suited.allowsShared(settings.shared())) {
            problems.add(shared(settings, suited));
        }
        if (config.get().text("use_sliding_window").filter("true"::equals).isPresent()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_ARCHITECTURE,
                                    "%s uses a sliding window in different layers from %s"
                                            .formatted(Quoted.of(model), suited.type()))
                            .fix("set 'use_sliding_window' to false in its config.json"));
        }
        if (suited == Architecture.DEEPSEEK) {
            problems.addAll(new DeepseekCheck(model, config.get(), base.traits()).problems());
        }
        DenseLayers layers = DenseLayers.in(base, model);
        problems.addAll(layers.problems());
        problems.addAll(misplaced(suited, base, model));
        if (problems.isEmpty()) {
            problems.addAll(new SizeCheck(model, config.get(), layers).problems());
        }
        ExpertsException.throwIfAny(problems);
        return new Frame(settings, suited, config.get(), layers);
    }

    private static List<Problem> countProblems(MixtureSettings settings) {
        List<Problem> problems = new ArrayList<>();
        if (settings.experts() < 2) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_COUNT,
                                    "A mixture must have at least 2 experts, got "
                                            + settings.experts())
                            .fix("list more experts; a model may be listed more than once"));
        }
        if (settings.active() < 1 || settings.active() > settings.experts()) {
            problems.add(
                    Problem.of(
                                    ExpertsCode.EXPERTS_COUNT,
                                    "A token cannot be processed by %d of %d experts"
                                            .formatted(settings.active(), settings.experts()))
                            .fix(
                                    "set experts_per_token to a number from 1 to "
                                            + Math.max(1, settings.experts())));
        }
        return problems;
    }

    private static Problem unsuited(
            String model, String type, Optional<Architecture> architecture) {
        String possible =
                architecture
                        .map(one -> String.join(", ", one.sources()))
                        .orElseGet(Architecture::allSources);
        String mixture =
                architecture
                        .map(one -> "A mixture of the architecture '%s'".formatted(one.word()))
                        .orElse("A mixture");
        return Problem.of(
                        ExpertsCode.EXPERTS_ARCHITECTURE,
                        "%s cannot be made from %s, %s"
                                .formatted(
                                        mixture,
                                        Quoted.of(model),
                                        type.isEmpty()
                                                ? "which has no config.json with a 'model_type'"
                                                : "whose model_type is " + Quoted.of(type)))
                .fix("use a base with one of these model types: " + possible);
    }

    private static Problem shared(MixtureSettings settings, Architecture architecture) {
        return Problem.of(
                        ExpertsCode.EXPERTS_COUNT,
                        "The architecture '%s' requires %s, got %d"
                                .formatted(
                                        architecture.word(),
                                        architecture.sharedText(),
                                        settings.shared()))
                .fix("correct shared_experts, or choose another architecture");
    }

    private static List<Problem> misplaced(
            Architecture architecture, ModelSource base, String model) {
        List<String> names =
                base.parameters().stream()
                        .map(ParameterSpec::name)
                        .filter(name -> DenseLayers.layerOf(name).isEmpty())
                        .filter(name -> !isComputed(name))
                        .filter(name -> !architecture.hasPlaceFor(name))
                        .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(
                        Problem.of(
                                        ExpertsCode.EXPERTS_PARAMETERS,
                                        "%s has %s, which %s does not have"
                                                .formatted(
                                                        Quoted.of(model),
                                                        DenseLayers.list(names),
                                                        architecture.type()))
                                .fix("use another base, or another architecture"));
    }

    /** Whether libraries compute a parameter themselves, though old checkpoints store it. */
    static boolean isComputed(String name) {
        return name.endsWith(".rotary_emb.inv_freq");
    }
}
