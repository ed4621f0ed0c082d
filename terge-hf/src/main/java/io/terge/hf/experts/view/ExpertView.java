package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.ClosedTogether;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.hf.experts.MlpPart;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * The networks of a dense model, seen as one or more experts of a mixture.
 *
 * @param frame the mixture
 * @param places which experts; an empty one is the shared one
 * @param layers the networks
 */
record ExpertView(Frame frame, List<OptionalInt> places, DenseLayers layers) {

    private static final String SHARED = "shared";

    /**
     * Opens a reference to an expert. The base of the mixture is opened, too, only for its headers.
     */
    static ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        String text = reference.settings().getOrDefault(ViewSettings.PLACES, "");
        List<OptionalInt> places =
                Stream.of(text.split(",", -1)).distinct().map(ExpertView::place).toList();
        ModelReference mixture = mixture(reference.settings().getOrDefault(ViewSettings.FRAME, ""));
        ModelReference plain = reference.without(ViewSettings.OF_EXPERT);
        List<ModelSource> opened = new ArrayList<>();
        try {
            ModelReference base = mixture.without(ViewSettings.OF_MIXTURE);
            ModelSource baseSource = context.open(base);
            opened.add(baseSource);
            MixtureSettings settings = MixtureSettings.of(mixture);
            Frame frame = Frame.of(settings, baseSource, base.describe());
            ModelSource own = context.open(plain);
            opened.add(own);
            ExpertView view = new ExpertView(frame, places, DenseLayers.in(own, plain.describe()));
            ExpertsException.throwIfAny(view.problems(own));
            Optional<ModelReference> resolved =
                    resolved(baseSource.resolved().map(settings::on), mixture, own, plain, text);
            baseSource.close();
            return new ViewSource(own, List.of(), view.shown(own), List.of(), resolved);
        } catch (IOException | RuntimeException | Error failure) {
            ClosedTogether.closeAfter(failure, opened);
            throw failure;
        }
    }

    private static OptionalInt place(String text) {
        return text.equals(SHARED)
                ? OptionalInt.empty()
                : OptionalInt.of(MixtureSettings.number(ViewSettings.PLACES, text));
    }

    private static ModelReference mixture(String text) {
        try {
            return ModelReference.at(text);
        } catch (IllegalArgumentException malformed) {
            throw MixtureSettings.invalid(
                    ViewSettings.FRAME, text, "a base with settings of a mixture");
        }
    }

    private static Optional<ModelReference> resolved(
            Optional<ModelReference> mixture,
            ModelReference asked,
            ModelSource own,
            ModelReference plain,
            String places) {
        if (mixture.isEmpty() && own.resolved().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                own.resolved()
                        .orElse(plain)
                        .with(ViewSettings.PLACES, places)
                        .with(ViewSettings.FRAME, mixture.orElse(asked).describe()));
    }

    private List<Problem> problems(ModelSource own) throws IOException {
        List<Problem> problems = new ArrayList<>(foreign(own));
        problems.addAll(layers.problems());
        if (!problems.isEmpty()) {
            return problems;
        }
        DenseLayers base = frame.layers();
        if (layers.count() != base.count()) {
            problems.add(
                    misfit("expected %d layers, got %d".formatted(base.count(), layers.count())));
        }
        if (layers.hidden() != base.hidden() || layers.size() != base.size()) {
            problems.add(
                    misfit(
                            "expected %s of shape %s, got %s"
                                    .formatted(
                                            DenseLayers.name(0, MlpPart.GATE),
                                            base.matrix(0, MlpPart.GATE).shape(),
                                            layers.matrix(0, MlpPart.GATE).shape())));
        }
        for (OptionalInt place : places) {
            if (place.isPresent() && place.getAsInt() >= frame.settings().experts()) {
                problems.add(
                        misfit(
                                "expert %d of %d"
                                        .formatted(place.getAsInt(), frame.settings().experts())));
            }
        }
        return problems;
    }

    /** A file has no configuration: only its parameters can be checked. */
    private List<Problem> foreign(ModelSource own) throws IOException {
        return ConfigJson.in(own.companions())
                .flatMap(config -> config.text("model_type"))
                .filter(type -> !frame.architecture().sources().contains(type))
                .map(type -> List.of(unsuited(type)))
                .orElse(List.of());
    }

    private Problem unsuited(String type) {
        return Problem.of(
                        ExpertsCode.EXPERTS_ARCHITECTURE,
                        "%s cannot be an expert of %s: its model_type is %s"
                                .formatted(
                                        Quoted.of(layers.model()),
                                        frame.architecture().type(),
                                        Quoted.of(type)))
                .fix(
                        "use experts with one of these model types: "
                                + String.join(", ", frame.architecture().sources()));
    }

    private Problem misfit(String why) {
        return Problem.of(
                        ExpertsCode.EXPERTS_SHAPE,
                        "%s cannot be an expert of a mixture with the base %s: %s"
                                .formatted(
                                        Quoted.of(layers.model()),
                                        Quoted.of(frame.layers().model()),
                                        why))
                .fix("use models of the same size, such as fine-tuned versions of the base");
    }

    private String name(int layer, OptionalInt place, MlpPart part) {
        return place.isEmpty()
                ? frame.architecture().shared(layer, part)
                : frame.architecture().expert(layer, place.getAsInt(), part);
    }

    private SequencedMap<String, Shown> shown(ModelSource own) {
        SequencedMap<String, Shown> shown = new LinkedHashMap<>();
        for (int layer = 0; layer < layers.count(); layer++) {
            for (OptionalInt place : places) {
                for (MlpPart part : MlpPart.values()) {
                    String name = name(layer, place, part);
                    shown.put(name, MixtureView.stored(own, layers.matrix(layer, part), name));
                }
            }
        }
        return shown;
    }
}
