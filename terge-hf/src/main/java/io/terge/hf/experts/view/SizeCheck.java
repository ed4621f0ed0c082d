package io.terge.hf.experts.view;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.config.ConfigJson;
import io.terge.hf.experts.ExpertsCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Checks that the configuration of a base, which becomes that of the mixture, states the sizes of
 * its parameters.
 *
 * @param model the base, for messages
 * @param config its configuration
 * @param layers its networks
 */
record SizeCheck(String model, ConfigJson config, DenseLayers layers) {

    private static final List<String> HEADS =
            List.of("num_attention_heads", "num_key_value_heads", "head_dim");

    List<Problem> problems() {
        SequencedMap<String, Long> stored = new LinkedHashMap<>();
        stored.put("hidden_size", layers.hidden());
        stored.put("intermediate_size", layers.size());
        stored.put("num_hidden_layers", (long) layers.count());
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, Long> each : stored.entrySet()) {
            check(each.getKey(), each.getValue(), problems);
        }
        for (String key : HEADS) {
            if (config.has(key) && !isPositive(key)) {
                problems.add(notWhole(key));
            }
        }
        return problems;
    }

    private void check(String key, long expected, List<Problem> problems) {
        if (!config.has(key)) {
            problems.add(
                    problem(
                            "lacks '%s', which is %d in its parameters".formatted(key, expected),
                            "add it"));
        } else if (!isPositive(key)) {
            problems.add(notWhole(key));
        } else if (config.number(key) != expected) {
            problems.add(
                    problem(
                            "has '%s': %d, but it is %d in its parameters"
                                    .formatted(key, config.number(key), expected),
                            "correct it"));
        }
    }

    private boolean isPositive(String key) {
        return config.isNumber(key) && config.number(key) > 0;
    }

    private Problem notWhole(String key) {
        String text =
                config.text(key).filter(one -> !one.isEmpty()).map(Quoted::of).orElse("an object");
        return problem(
                "has '%s': %s, which must be a whole number of 1 or more".formatted(key, text),
                "correct it; a number has no quotes");
    }

    private Problem problem(String what, String fix) {
        return Problem.of(
                        ExpertsCode.EXPERTS_CONFIG,
                        "The %s of %s %s".formatted(ConfigJson.FILE, Quoted.of(model), what))
                .fix(fix);
    }
}
