package io.terge.files.group;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The factors of low-rank updates (LoRA and its relatives), by the names that libraries use. */
final class LowRankUpdates {

    private static final String MEANING =
            "a low-rank update (LoRA), whose factors are meaningful only as a product";
    private static final String ADVICE =
            "merge each adapter into its own base first (merge_and_unload() in PEFT), then merge"
                    + " the resulting models";

    private static final Pattern FACTOR =
            Pattern.compile(
                    "(.+?)[._](?:lora_(?:A|B|E|embedding_A|embedding_B|magnitude_vector|up|down|mid)"
                        + "|lora\\d*\\.(?:up|down)|lora_linear_layer\\.(?:up|down)"
                        + "|hada_[wt][12](?:_[ab])?|lokr_[wt][12](?:_[ab])?"
                        + "|vera_lambda_[bd]|oft_(?:blocks|diag)|boft_[RS])(?:[._:].*)?");

    /** What belongs to factors, if they are there. */
    private static final List<String> BESIDE = List.of(".alpha", ".dora_scale");

    private static final String PEFT_PREFIX = "base_model.model.";

    private LowRankUpdates() {}

    static List<ParameterGroup> in(List<ParameterSpec> parameters) {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        for (ParameterSpec spec : parameters) {
            if (mayBeOne(spec.name())) {
                Matcher matcher = FACTOR.matcher(spec.name());
                if (matcher.matches()) {
                    factors.computeIfAbsent(matcher.group(1), stem -> new ArrayList<>())
                            .add(spec.name());
                }
            }
        }
        if (!factors.isEmpty()) {
            parameters.forEach(spec -> addBeside(spec.name(), factors));
        }
        return factors.entrySet().stream().map(LowRankUpdates::group).toList();
    }

    // The pattern is slow on names of other kinds, and so are five searches.
    private static boolean mayBeOne(String name) {
        for (int i = 1; i < name.length(); i++) {
            char before = name.charAt(i - 1);
            if ((before == '.' || before == '_') && startsOne(name, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsOne(String name, int at) {
        return switch (name.charAt(at)) {
            case 'l' -> name.startsWith("lora", at) || name.startsWith("lokr_", at);
            case 'h' -> name.startsWith("hada_", at);
            case 'v' -> name.startsWith("vera_", at);
            case 'o' -> name.startsWith("oft_", at);
            case 'b' -> name.startsWith("boft_", at);
            default -> false;
        };
    }

    private static void addBeside(String name, Map<String, List<String>> factors) {
        for (String end : BESIDE) {
            if (name.endsWith(end)) {
                List<String> members = factors.get(name.substring(0, name.length() - end.length()));
                if (members != null) {
                    members.add(name);
                }
            }
        }
    }

    private static ParameterGroup group(Map.Entry<String, List<String>> factors) {
        String stem = factors.getKey();
        String whole = stem.startsWith(PEFT_PREFIX) ? stem.substring(PEFT_PREFIX.length()) : stem;
        return ParameterGroup.of(MEANING, factors.getValue())
                .withAdvice(ADVICE)
                .withWhole(whole + ".weight");
    }
}
