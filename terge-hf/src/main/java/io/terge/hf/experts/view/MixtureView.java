package io.terge.hf.experts.view;

import io.terge.files.ClosedTogether;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.Architecture;
import io.terge.hf.experts.MixtureConfig;
import io.terge.hf.experts.MlpPart;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * A dense model seen as a mixture whose experts are all its own network.
 *
 * @param frame what mixture
 * @param base the model
 * @param gates the vectors by which experts are chosen
 */
record MixtureView(Frame frame, ModelSource base, Gates gates) {

    /** Opens a reference with settings of a mixture. */
    static ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        MixtureSettings settings = MixtureSettings.of(reference);
        ModelReference plain = reference.without(ViewSettings.OF_MIXTURE);
        List<ModelSource> opened = new ArrayList<>();
        try {
            ModelSource base = context.open(plain);
            opened.add(base);
            Frame frame = Frame.of(settings, base, plain.describe());
            Gates gates = gates(frame, context, opened);
            SequencedMap<String, Shown> shown = new MixtureView(frame, base, gates).shown();
            return new ViewSource(
                    base,
                    opened.subList(1, opened.size()),
                    shown,
                    files(frame, base),
                    base.resolved().map(settings::on));
        } catch (IOException | RuntimeException | Error failure) {
            ClosedTogether.closeAfter(failure, opened);
            throw failure;
        }
    }

    private static Gates gates(Frame frame, AdapterContext context, List<ModelSource> opened)
            throws IOException {
        MixtureSettings settings = frame.settings();
        return switch (settings.gates()) {
            case MixtureSettings.RANDOM -> new Gates.Normal(settings.seed());
            case MixtureSettings.UNIFORM -> new Gates.Uniform(settings.seed());
            case String file -> {
                ModelSource source = context.open(ModelReference.at(file));
                opened.add(source);
                Shape shape = Shape.of(settings.experts(), frame.layers().hidden());
                yield Gates.Given.in(source, file, frame.layers().count(), shape);
            }
        };
    }

    private static List<Companion> files(Frame frame, ModelSource base) {
        MixtureSettings settings = frame.settings();
        Companion config =
                new MixtureConfig(frame.architecture(), frame.config())
                        .mixture(
                                settings.experts(),
                                settings.shared(),
                                settings.active(),
                                frame.layers().size());
        return replaced(base.companions(), config);
    }

    /** Returns files with another configuration. */
    static List<Companion> replaced(List<Companion> files, Companion config) {
        return files.stream()
                .map(file -> file.name().equals(ConfigJson.FILE) ? config : file)
                .toList();
    }

    private SequencedMap<String, Shown> shown() {
        SequencedMap<String, Shown> shown = new LinkedHashMap<>();
        for (ParameterSpec parameter : base.parameters()) {
            Optional<Integer> layer = DenseLayers.layerOf(parameter.name());
            if (layer.isPresent()) {
                String router = frame.architecture().router(layer.get());
                if (!shown.containsKey(router)) {
                    addBlock(layer.get(), shown);
                }
            } else if (!Frame.isComputed(parameter.name())) {
                shown.put(parameter.name(), stored(base, parameter, parameter.name()));
            }
        }
        return shown;
    }

    private void addBlock(int layer, SequencedMap<String, Shown> shown) {
        Architecture architecture = frame.architecture();
        DenseLayers layers = frame.layers();
        ParameterSpec like = layers.matrix(layer, MlpPart.GATE);
        int experts = frame.settings().experts();
        Shape shape = Shape.of(experts, layers.hidden());
        String router = architecture.router(layer);
        shown.put(router, gates.of(layer, ParameterSpec.of(router, like.dtype(), shape)));
        for (int expert = 0; expert < experts; expert++) {
            int index = expert;
            addExpert(layer, part -> architecture.expert(layer, index, part), shown);
        }
        if (frame.settings().shared() > 0) {
            addExpert(layer, part -> architecture.shared(layer, part), shown);
            if (architecture.hasSharedGate()) {
                String gate = architecture.sharedGate(layer);
                Shape row = Shape.of(1, layers.hidden());
                shown.put(
                        gate,
                        new NumbersTensor(ParameterSpec.of(gate, like.dtype(), row), element -> 0)
                                .shown());
            }
        }
    }

    private void addExpert(
            int layer, Function<MlpPart, String> names, SequencedMap<String, Shown> shown) {
        for (MlpPart part : MlpPart.values()) {
            String name = names.apply(part);
            shown.put(name, stored(base, frame.layers().matrix(layer, part), name));
        }
    }

    /** A parameter of a model under another name. */
    static Shown stored(ModelSource source, ParameterSpec parameter, String name) {
        return new Shown(
                new PartOfTensor(source.tensor(parameter.name()), parameter.named(name), 0),
                source.footprint(parameter));
    }
}
