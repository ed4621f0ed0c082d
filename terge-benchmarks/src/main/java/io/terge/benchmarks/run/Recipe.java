package io.terge.benchmarks.run;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is merged and how.
 *
 * @param models the models
 * @param base the base that a method needs beside them
 * @param method the merge method and its options
 * @param weights one weight for each model, or none at all
 */
public record Recipe(
        List<Path> models, Optional<Path> base, MethodVariant method, List<Integer> weights) {

    /** The weighted mean, with different weights: 1, 2, 3 and so on. */
    public static Recipe mean(List<Path> models) {
        List<Integer> weights = IntStream.rangeClosed(1, models.size()).boxed().toList();
        return new Recipe(models, Optional.empty(), MethodVariant.ARITHMETIC, weights);
    }

    /**
     * Another method, without weights. If it needs a base, that is the first of the checkpoints,
     * and the others are merged.
     */
    public static Recipe of(MethodVariant method, List<Path> checkpoints) {
        boolean needsBase = method.needsBase();
        List<Path> models = checkpoints.subList(needsBase ? 1 : 0, checkpoints.size());
        Optional<Path> base = needsBase ? Optional.of(checkpoints.getFirst()) : Optional.empty();
        int most = Math.min(models.size(), method.mostModels());
        return new Recipe(models.subList(0, most), base, method, List.of());
    }

    /** How many checkpoints are read. */
    public int checkpoints() {
        return models.size() + (base.isPresent() ? 1 : 0);
    }

    /** The request for the engine. */
    public MergeRequest request(Path output) {
        MergeRequestBuilder request = MergeRequest.builder().method(method.method()).to(output);
        models.forEach(request::model);
        base.ifPresent(request::base);
        method.options().forEach(request::option);
        if (!weights.isEmpty()) {
            request.weights(weights.stream().mapToDouble(Integer::doubleValue).toArray());
        }
        return request.build();
    }

    /** The same for the command. */
    List<String> arguments(Path output) {
        Stream<String> rest = Stream.of("--method", method.method(), "--out", output.toString());
        Stream<String> options =
                method.options().entrySet().stream()
                        .flatMap(option -> Stream.of("--option", option.toString()));
        Stream<String> based =
                base.stream().flatMap(model -> Stream.of("--base", model.toString()));
        Stream<String> weighted =
                weights.isEmpty() ? Stream.of() : Stream.of("--weights", weightsText());
        return Stream.of(models.stream().map(Path::toString), rest, options, based, weighted)
                .flatMap(part -> part)
                .toList();
    }

    String weightsText() {
        return weights.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
