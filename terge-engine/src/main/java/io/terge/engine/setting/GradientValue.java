package io.terge.engine.setting;

import io.terge.api.Action.Layer;
import io.terge.api.SettingValue.Gradient;

import java.util.Optional;

/** A gradient over the layers as a number. */
final class GradientValue {

    private GradientValue() {}

    /** The number for a layer; see {@link Gradient}. */
    static double at(Gradient gradient, Optional<Layer> layer) {
        int last = gradient.anchors().size() - 1;
        double place = layer.map(GradientValue::depth).orElse(0.0) * last;
        int left = (int) place;
        int right = Math.min(last, left + 1);
        double way = place - left;
        return (1 - way) * gradient.anchors().get(left) + way * gradient.anchors().get(right);
    }

    // 0 for the first layer, 1 for the last.
    private static double depth(Layer layer) {
        return layer.count() <= 1 ? 1 : (double) layer.index() / (layer.count() - 1);
    }
}
