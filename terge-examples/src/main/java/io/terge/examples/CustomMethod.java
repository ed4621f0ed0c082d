package io.terge.examples;

import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.spi.method.ElementwiseMethod;
import io.terge.tensor.TensorArray;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Merges by a method that was found, {@link MaxMagnitude}, and by one that is given. */
public final class CustomMethod {

    private CustomMethod() {}

    /** Runs the example. */
    public static void main(String[] arguments) {
        System.out.println("farthest from zero: " + Arrays.toString(first(mergeByInstalled())));
        System.out.println("in the middle:      " + Arrays.toString(first(mergeByGiven())));
    }

    static Map<String, TensorArray> mergeByInstalled() {
        return Terge.merge(SampleModels.arrays(1), SampleModels.arrays(2), SampleModels.arrays(3))
                .with(request -> request.method("max-magnitude"))
                .toArrays();
    }

    static Map<String, TensorArray> mergeByGiven() {
        // tag::readme
        Merger merger =
                Terge.builder()
                        .plugin(new ElementwiseMethod("middle", CustomMethod::middle))
                        .build();
        // end::readme
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        MergeRequest request =
                MergeRequest.builder()
                        .model(ModelReference.of(SampleModels.arrays(1), "one"))
                        .model(ModelReference.of(SampleModels.arrays(2), "two"))
                        .model(ModelReference.of(SampleModels.arrays(3), "three"))
                        .method("middle")
                        .to(ModelReference.of(merged, "merged"))
                        .build();
        merger.merge(request);
        return merged;
    }

    private static double middle(double[] values, double[] weights) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] first(Map<String, TensorArray> model) {
        return Arrays.copyOf(model.values().iterator().next().toDoubles(), 3);
    }
}
