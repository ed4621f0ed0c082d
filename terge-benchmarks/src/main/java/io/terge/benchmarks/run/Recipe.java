package io.terge.benchmarks.run;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is merged and how.
 *
 * @param models the models
 * @param method the merge method's name
 * @param weights one weight for each model, or none at all
 */
public record Recipe(List<Path> models, String method, List<Integer> weights) {

    /** The default method's name. */
    public static final String ARITHMETIC = MergeRequest.DEFAULT_METHOD;

    /** The weighted mean, with different weights: 1, 2, 3 and so on. */
    public static Recipe mean(List<Path> models) {
        List<Integer> weights = IntStream.rangeClosed(1, models.size()).boxed().toList();
        return new Recipe(models, ARITHMETIC, weights);
    }

    /** Another method, with its own defaults. */
    public static Recipe of(String method, List<Path> models) {
        return new Recipe(models, method, List.of());
    }

    /** The request for the engine. */
    public MergeRequest request(Path output) {
        MergeRequestBuilder request = MergeRequest.builder().method(method).to(output);
        models.forEach(request::model);
        if (!weights.isEmpty()) {
            request.weights(weights.stream().mapToDouble(Integer::doubleValue).toArray());
        }
        return request.build();
    }

    /** The same for the command. */
    List<String> arguments(Path output) {
        Stream<String> rest = Stream.of("--method", method, "--out", output.toString());
        Stream<String> weighted =
                weights.isEmpty() ? Stream.of() : Stream.of("--weights", weightsText());
        return Stream.of(models.stream().map(Path::toString), rest, weighted)
                .flatMap(part -> part)
                .toList();
    }

    String weightsText() {
        return weights.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
