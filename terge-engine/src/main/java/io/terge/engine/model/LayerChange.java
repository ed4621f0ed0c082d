package io.terge.engine.model;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.spi.format.ModelChanges;
import io.terge.tensor.ParameterSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Which layers an output has that its donor has not.
 *
 * @param numbers how names number layers
 * @param donor the model that the configuration comes from
 */
record LayerChange(LayerNames numbers, ModelHeaders donor) {

    /** Adds the change of layers, if there is one. */
    ModelChanges in(List<ParameterPlan> parameters, ModelChanges changes) {
        if (isLikeDonor(parameters)) {
            return changes;
        }
        List<String> names = parameters.stream().map(each -> each.output().name()).toList();
        Optional<MainStack> stack = MainStack.of(numbers, names);
        Optional<MainStack> before =
                MainStack.of(
                        numbers, donor.parameters().stream().map(ParameterSpec::name).toList());
        if (stack.isEmpty() || before.isEmpty()) {
            return changes;
        }
        Map<Integer, Integer> origins = new HashMap<>();
        parameters.forEach(each -> addOrigin(each, stack.get(), origins));
        List<Integer> order =
                IntStream.range(0, stack.get().layers())
                        .mapToObj(layer -> origins.getOrDefault(layer, layer))
                        .toList();
        boolean isSame = order.equals(IntStream.range(0, before.get().layers()).boxed().toList());
        return isSame ? changes : changes.withLayers(order.stream().map(origins(changes)).toList());
    }

    // Most outputs are: their names need not be searched for numbers.
    private boolean isLikeDonor(List<ParameterPlan> parameters) {
        List<ParameterSpec> own = donor.parameters();
        if (own.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            String name = parameters.get(i).output().name();
            Optional<Operand> from = operand(parameters.get(i).action());
            if (!own.get(i).name().equals(name)
                    || (from.isPresent() && !from.get().stored().name().equals(name))) {
                return false;
            }
        }
        return true;
    }

    // The base may have changed the layers of its own donor.
    private static UnaryOperator<Integer> origins(ModelChanges changes) {
        List<Integer> before = changes.layers().orElse(List.of());
        return layer -> layer < before.size() ? before.get(layer) : layer;
    }

    private void addOrigin(
            ParameterPlan parameter, MainStack stack, Map<Integer, Integer> origins) {
        Optional<LayerName> layer = stack.find(parameter.output().name());
        Optional<LayerName> from = operand(parameter.action()).flatMap(this::layer);
        if (layer.isPresent() && from.isPresent()) {
            origins.putIfAbsent(layer.get().index(), from.get().index());
        }
    }

    private Optional<LayerName> layer(Operand operand) {
        return numbers.find(operand.stored().name());
    }

    private static Optional<Operand> operand(Action action) {
        return switch (action) {
            case Action.Merge merge -> merge.base().or(() -> merge.inputs().stream().findFirst());
            case Action.Copy copy -> Optional.of(copy.from());
            case Action.Tied tied -> Optional.empty();
        };
    }
}
