package io.terge.hf.card;

import io.terge.model.ModelReference;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.MergeSummary.Model;
import io.terge.spi.format.MergeSummary.Use;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the models of one merge, and how they are merged.
 *
 * @param summary the merge
 * @param facts what the cards of models say, by their references
 * @param text where it is written
 */
record MergeText(MergeSummary summary, Map<ModelReference, CardFacts> facts, StringBuilder text) {

    private static final int MOST_USES = 5;
    private static final int DIGITS = 6;

    private static final String UNKNOWN = "unknown";

    void write() {
        models();
        methods();
    }

    private void models() {
        text.append("\n| model | weight | licence |\n|---|---|---|\n");
        for (int place = 0; place < summary.models().size(); place++) {
            Model model = summary.models().get(place);
            text.append(
                    "| %s%s | %s | %s |\n"
                            .formatted(
                                    ModelName.of(model),
                                    model.isBase() ? " (base)" : "",
                                    weight(place),
                                    licence(model)));
        }
    }

    private String weight(int place) {
        return isOfParts() || summary.uses().isEmpty()
                ? ""
                : weight(summary.uses().getFirst().weights().get(place));
    }

    // Of a stage, those of its models, which are listed with it.
    private String licence(Model model) {
        return model.merged().isPresent()
                ? ""
                : Optional.ofNullable(facts.get(model.reference()))
                        .flatMap(CardFacts::licence)
                        .map(ModelName::code)
                        .orElse(UNKNOWN);
    }

    private void methods() {
        List<Use> uses = summary.uses();
        for (Use use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
            String options =
                    use.options().entrySet().stream()
                            .map(
                                    option ->
                                            ModelName.code(
                                                    option.getKey() + "=" + option.getValue()))
                            .collect(Collectors.joining(", "));
            String weights =
                    isOfParts() || use.weights().equals(uses.getFirst().weights())
                            ? ""
                            : ", weights "
                                    + use.weights().stream()
                                            .map(MergeText::weight)
                                            .collect(Collectors.joining(", "));
            line(
                    "%s%s: method %s%s%s."
                            .formatted(
                                    counted(use.parameters()),
                                    isOfParts()
                                            ? " of " + ModelName.of(partOf(use).getFirst())
                                            : "",
                                    ModelName.code(use.method()),
                                    options.isEmpty() ? "" : " with " + options,
                                    weights));
        }
        if (uses.size() > MOST_USES) {
            long others = uses.stream().skip(MOST_USES).mapToLong(Use::parameters).sum();
            line(counted(others) + ": other methods, options or weights.");
        }
        if (summary.copied() > 0) {
            line(counted(summary.copied()) + ": copied, not merged.");
        }
    }

    /** Whether each parameter comes from a single model, and not all from the same. */
    private boolean isOfParts() {
        List<Use> uses = summary.uses();
        return uses.stream().allMatch(use -> partOf(use).size() == 1)
                && uses.stream().map(this::partOf).distinct().count() > 1;
    }

    private List<Model> partOf(Use use) {
        return IntStream.range(0, use.weights().size())
                .filter(place -> !Double.isNaN(use.weights().get(place)))
                .mapToObj(summary.models()::get)
                .toList();
    }

    private static String counted(long parameters) {
        return parameters == 1 ? "1 parameter" : parameters + " parameters";
    }

    /** A relative weight has many digits. */
    private static String weight(double weight) {
        return Double.isNaN(weight)
                ? ""
                : new BigDecimal(weight)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private void line(String line) {
        text.append('\n').append(line).append('\n');
    }
}
