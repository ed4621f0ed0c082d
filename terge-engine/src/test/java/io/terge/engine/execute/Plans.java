package io.terge.engine.execute;

import io.terge.api.ParameterPlan;
import io.terge.api.Share;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.TreeMap;

/** Plans of parameters for tests of how work is cut up. */
final class Plans {

    private Plans() {}

    /** Two F32 models and an F32 base become BF16: 14 bytes for each element. */
    static ParameterPlan merge(Extent extent, int passes, long... dimensions) {
        ParameterSpec base = ParameterSpec.of("w", DType.F32, Shape.of(dimensions));
        return new ParameterPlan.Merge(
                base,
                base.as(DType.BF16),
                "any",
                new TreeMap<>(),
                List.of(new Share(0, 0.5, DType.F32), new Share(1, 0.5, DType.F32)),
                true,
                extent,
                passes);
    }

    /** The base's elements are copied, in another type or not. */
    static ParameterPlan copy(DType from, DType to, long... dimensions) {
        ParameterSpec base = ParameterSpec.of("w", from, Shape.of(dimensions));
        return new ParameterPlan.Copy(base, base.as(to), ParameterPlan.Reason.EXCLUDED);
    }
}
