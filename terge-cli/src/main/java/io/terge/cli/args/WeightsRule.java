package io.terge.cli.args;

import io.terge.api.MergeRequestBuilder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code --weights}: one weight for each model and for which parameters they hold.
 *
 * @param selector which parameters
 * @param weights the weights in the order of the models
 */
public record WeightsRule(String selector, List<Double> weights) {

    /** Copies the weights. */
    public WeightsRule {
        weights = List.copyOf(weights);
    }

    /** Adds this rule to a request. */
    public void addTo(MergeRequestBuilder request) {
        request.weights(selector, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Reads {@code W1,W2,...} or {@code SELECTOR=W1,W2,...}. */
    public static final class Converter implements ITypeConverter<WeightsRule> {

        // Not all that Double.parseDouble takes: "1f" and "0x1p3" are slips of the finger here.
        private static final Pattern NUMBER =
                Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

        // These are numbers too; it is the planner that refuses them, with all else it finds.
        private static final Pattern NOT_FINITE =
                Pattern.compile("([+-]?)(?:(nan)|inf(?:inity)?)", Pattern.CASE_INSENSITIVE);

        @Override
        public WeightsRule convert(String text) {
            Selected selected = Selected.parse(text, "weights");
            List<Double> weights =
                    Arrays.stream(selected.value().split(",", -1)).map(this::number).toList();
            return new WeightsRule(selected.selector(), weights);
        }

        private Double number(String text) {
            String word = text.strip();
            Matcher notFinite = NOT_FINITE.matcher(word);
            if (notFinite.matches()) {
                return Double.valueOf(
                        notFinite.group(1) + (notFinite.group(2) != null ? "NaN" : "Infinity"));
            }
            if (!NUMBER.matcher(word).matches()) {
                throw new TypeConversionException(
                        "'%s' is not a number; weights are numbers with commas between them, such as 1,2.5,-1"
                                .formatted(word));
            }
            return Double.valueOf(word);
        }
    }
}
