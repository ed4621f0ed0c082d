package io.terge.engine.plan;

import io.terge.engine.model.ModelHeaders;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who holds which parameter: the same name and shape, of a floating type. */
final class ParameterCensus {

    /**
     * A model that holds a parameter.
     *
     * @param model the model's place in the request
     * @param dtype the type in which it stores the parameter
     */
    record Holder(int model, DType dtype) {}

    private final List<Map<String, ParameterSpec>> models;

    ParameterCensus(List<ModelHeaders> models) {
        this.models = models.stream().map(ParameterCensus::floating).toList();
    }

    /** The models that hold the parameter, in the order of the request. */
    List<Holder> holders(ParameterSpec spec) {
        List<Holder> holders = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            ParameterSpec held = models.get(model).get(spec.name());
            if (held != null && held.shape().equals(spec.shape())) {
                holders.add(new Holder(model, held.dtype()));
            }
        }
        return holders;
    }

    private static Map<String, ParameterSpec> floating(ModelHeaders headers) {
        Map<String, ParameterSpec> byName = new HashMap<>();
        for (ParameterSpec spec : headers.parameters()) {
            if (spec.dtype().isFloating()) {
                byName.put(spec.name(), spec);
            }
        }
        return byName;
    }
}
