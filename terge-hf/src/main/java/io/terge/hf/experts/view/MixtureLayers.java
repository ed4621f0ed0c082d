package io.terge.hf.experts.view;

import io.terge.hf.experts.Architecture;
import io.terge.hf.experts.MlpPart;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The feed-forward networks of a mixture: its experts are stored one by one, or all experts of a
 * layer in one parameter.
 *
 * @param architecture the architecture
 * @param source the mixture
 * @param parameters its parameters by name
 */
record MixtureLayers(
        Architecture architecture, ModelSource source, Map<String, ParameterSpec> parameters) {

    /** The number of experts in a layer. */
    long experts(int layer) {
        return router(layer).map(shape -> shape.dimension(0)).orElse(0L);
    }

    private Optional<Shape> router(int layer) {
        return Stream.of(architecture.router(layer), Architecture.fusedRouter(layer))
                .flatMap(name -> find(name).stream())
                .map(ParameterSpec::shape)
                .filter(shape -> shape.rank() == 2)
                .findFirst();
    }

    private Optional<ParameterSpec> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A matrix of an expert under another name; nothing if the mixture lacks it. */
    Optional<Shown> matrix(int layer, int expert, MlpPart part, String name) {
        return find(architecture.expert(layer, expert, part))
                .map(one -> MixtureView.stored(source, one, name))
                .or(() -> fitting(layer, part).map(all -> part(all, expert, part, name)));
    }

    /** Whether the mixture has a matrix of an expert. */
    boolean holds(int layer, int expert, MlpPart part) {
        return find(architecture.expert(layer, expert, part)).isPresent()
                || fitting(layer, part).isPresent();
    }

    private Optional<ParameterSpec> fitting(int layer, MlpPart part) {
        return find(Architecture.fused(layer, part)).filter(all -> misfit(layer, part).isEmpty());
    }

    /** Says how the matrices of all experts do not fit the gates, if they are in one parameter. */
    Optional<String> misfit(int layer) {
        return Stream.of(MlpPart.GATE, MlpPart.DOWN)
                .flatMap(part -> misfit(layer, part).stream())
                .findFirst();
    }

    private Optional<String> misfit(int layer, MlpPart part) {
        Optional<ParameterSpec> all = find(Architecture.fused(layer, part));
        Optional<Shape> router = router(layer);
        if (all.isEmpty() || router.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = all.get().shape();
        long experts = router.get().dimension(0);
        long hidden = router.get().dimension(1);
        int ofHidden = part == MlpPart.DOWN ? 1 : 2;
        boolean fits =
                shape.rank() == 3
                        && all.get().dtype().isFloating()
                        && shape.dimension(0) == experts
                        && shape.dimension(ofHidden) == hidden
                        && (part == MlpPart.DOWN || shape.dimension(1) % 2 == 0);
        return Optional.of(
                        "'%s' is %s %s, expected floating-point numbers of shape [%d, %s]"
                                .formatted(
                                        all.get().name(),
                                        all.get().dtype(),
                                        shape,
                                        experts,
                                        part == MlpPart.DOWN
                                                ? hidden + ", intermediate_size"
                                                : "2 * intermediate_size, " + hidden))
                .filter(wrong -> !fits);
    }

    // The matrix of the gate is followed by the one that is multiplied by it.
    private Shown part(ParameterSpec all, int expert, MlpPart part, String name) {
        long rows = all.shape().dimension(1);
        long columns = all.shape().dimension(2);
        long own = part == MlpPart.DOWN ? rows : rows / 2;
        long first = expert * rows + (part == MlpPart.UP ? own : 0);
        ParameterSpec spec = ParameterSpec.of(name, all.dtype(), Shape.of(own, columns));
        Footprint whole = source.footprint(all);
        return new Shown(
                new PartOfTensor(source.tensor(all.name()), spec, first * columns),
                Footprint.of(spec.byteSize(), whole.scratchPerElement(), whole.scratchPerChunk()));
    }

    /** Names of matrices as messages give them as examples. */
    List<String> examples(int expert) {
        return List.of(
                architecture.expert(0, expert, MlpPart.GATE), Architecture.fused(0, MlpPart.GATE));
    }
}
