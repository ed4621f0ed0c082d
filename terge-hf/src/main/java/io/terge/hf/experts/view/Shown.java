package io.terge.hf.experts.view;

import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

/**
 * A parameter of a view.
 *
 * @param tensor its elements, with its name and shape
 * @param footprint what reading it costs
 */
record Shown(Tensor tensor, Footprint footprint) {

    ParameterSpec spec() {
        return tensor.spec();
    }
}
