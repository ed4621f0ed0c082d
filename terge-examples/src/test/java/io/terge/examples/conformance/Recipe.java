package io.terge.examples.conformance;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was asked of the original, as a request and as a command line.
 *
 * @param directory where the models are
 * @param json the file's content
 */
record Recipe(Path directory, JsonNode json) {

    MergeRequest request(Path out) {
        MergeRequestBuilder request = MergeRequest.builder().to(out);
        models().forEach(request::model);
        JsonNode base = json.get("base");
        if (base.isInt()) {
            request.base(base.asInt());
        } else {
            request.base(directory.resolve(base.asString()));
        }
        addMethods(request);
        addWeights(request);
        selectors("included").forEach(request::include);
        selectors("excluded").forEach(request::exclude);
        return request.build();
    }

    private void addMethods(MergeRequestBuilder request) {
        JsonNode method = json.get("method");
        if (method.isString()) {
            request.method(method.asString());
        } else {
            method.forEach(rule -> request.method(selector(rule), rule.get(2).asString()));
        }
    }

    private void addWeights(MergeRequestBuilder request) {
        JsonNode weights = json.get("weights");
        if (areRules(weights)) {
            weights.forEach(rule -> request.weights(selector(rule), numbers(rule.get(2))));
        } else if (weights.isArray()) {
            request.weights(numbers(weights));
        }
    }

    List<String> arguments(Path out) {
        List<String> arguments = new ArrayList<>(List.of("merge"));
        models().forEach(model -> arguments.add(model.toString()));
        JsonNode base = json.get("base");
        String shown =
                base.isInt() ? base.asString() : directory.resolve(base.asString()).toString();
        arguments.addAll(List.of("--base", shown, "--out", out.toString()));
        JsonNode method = json.get("method");
        if (method.isString()) {
            arguments.addAll(List.of("--method", method.asString()));
        } else {
            method.forEach(
                    rule -> add(arguments, "--method", selector(rule), rule.get(2).asString()));
        }
        JsonNode weights = json.get("weights");
        if (areRules(weights)) {
            weights.forEach(rule -> add(arguments, "--weights", selector(rule), list(rule.get(2))));
        } else if (weights.isArray()) {
            arguments.add("--weights=" + list(weights));
        }
        selectors("included").forEach(text -> arguments.addAll(List.of("--include", text)));
        selectors("excluded").forEach(text -> arguments.addAll(List.of("--exclude", text)));
        return arguments;
    }

    /** The file that the output has its parameters from. */
    Path base() {
        JsonNode base = json.get("base");
        return base.isInt() ? models().get(base.asInt()) : directory.resolve(base.asString());
    }

    private List<Path> models() {
        return json.get("models")
                .valueStream()
                .map(model -> directory.resolve(model.asString()))
                .toList();
    }

    private List<String> selectors(String field) {
        return json.get(field).valueStream().map(Recipe::selector).toList();
    }

    private static void add(List<String> arguments, String option, String selector, String value) {
        arguments.addAll(List.of(option, selector + "=" + value));
    }

    private static String selector(JsonNode rule) {
        return rule.get(0).asString() + ":" + rule.get(1).asString();
    }

    private static boolean areRules(JsonNode weights) {
        return weights.isArray() && weights.get(0).isArray();
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static String list(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
    }
}
