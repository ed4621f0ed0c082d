package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.ClosedTogether;
import io.terge.files.Quoted;
import io.terge.hf.experts.ExpertSettings;
import io.terge.hf.experts.ExpertsCode;
import io.terge.hf.experts.ExpertsException;
import io.terge.hf.experts.MlpPart;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * The networks of a dense model, seen as one expert of a mixture.
 *
 * @param frame the mixture
 * @param place which expert; empty for the shared one
 * @param layers the networks
 */
record ExpertView(Frame frame, OptionalInt place, DenseLayers layers) {

    private static final String SHARED = "shared";

    /**
     * Opens a reference to an expert. The base of the mixture is opened, too, only for its headers.
     */
    static ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        OptionalInt place = place(reference.settings().getOrDefault(ExpertSettings.PLACE, ""));
        ModelReference mixture =
                mixture(reference.settings().getOrDefault(ExpertSettings.FRAME, ""));
        ModelReference plain = ExpertSettings.without(reference, ExpertSettings.OF_EXPERT);
        List<ModelSource> opened = new ArrayList<>();
        try {
            ModelReference base = ExpertSettings.without(mixture, ExpertSettings.OF_MIXTURE);
            ModelSource baseSource = context.open(base);
            opened.add(baseSource);
            MixtureSettings settings = MixtureSettings.of(mixture);
            Frame frame = Frame.of(settings, baseSource, base.describe());
            ModelSource own = context.open(plain);
            opened.add(own);
            ExpertView view = new ExpertView(frame, place, DenseLayers.in(own, plain.describe()));
            ExpertsException.throwIfAny(view.problems());
            Optional<ModelReference> resolved =
                    resolved(baseSource.resolved().map(settings::on), mixture, own, plain, place);
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
                : OptionalInt.of(MixtureSettings.number(ExpertSettings.PLACE, text));
    }

    private static ModelReference mixture(String text) {
        try {
            return ModelReference.at(text);
        } catch (IllegalArgumentException malformed) {
            throw MixtureSettings.invalid(
                    ExpertSettings.FRAME, text, "a base with settings of a mixture");
        }
    }

    private static Optional<ModelReference> resolved(
            Optional<ModelReference> mixture,
            ModelReference asked,
            ModelSource own,
            ModelReference plain,
            OptionalInt place) {
        if (mixture.isEmpty() && own.resolved().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                own.resolved()
                        .orElse(plain)
                        .with(
                                ExpertSettings.PLACE,
                                place.isEmpty() ? SHARED : "" + place.getAsInt())
                        .with(ExpertSettings.FRAME, mixture.orElse(asked).describe()));
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(layers.problems());
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
        if (place.isPresent() && place.getAsInt() >= frame.settings().experts()) {
            problems.add(
                    misfit(
                            "expert %d of %d"
                                    .formatted(place.getAsInt(), frame.settings().experts())));
        }
        return problems;
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

    private SequencedMap<String, Shown> shown(ModelSource own) {
        SequencedMap<String, Shown> shown = new LinkedHashMap<>();
        for (int layer = 0; layer < layers.count(); layer++) {
            for (MlpPart part : MlpPart.values()) {
                ParameterSpec matrix = layers.matrix(layer, part);
                String name =
                        place.isEmpty()
                                ? frame.architecture().shared(layer, part)
                                : frame.architecture().expert(layer, place.getAsInt(), part);
                shown.put(name, MixtureView.stored(own, matrix, name));
            }
        }
        return shown;
    }
}
