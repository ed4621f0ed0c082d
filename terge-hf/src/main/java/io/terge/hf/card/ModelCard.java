package io.terge.hf.card;

import io.terge.files.Quoted;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.MergeSummary.Model;
import io.terge.spi.format.MergeSummary.Use;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the card of a merged model: the same bytes for the same merge. */
public final class ModelCard {

    /** The file of a card. */
    public static final String FILE = "README.md";

    private static final int MOST_USES = 5;
    private static final int DIGITS = 6;

    /** How a model from the hub is named: with its commit. */
    private static final Pattern HUB = Pattern.compile("([^/]+/[^/@]+)@[0-9a-f]{40}");

    private static final String UNKNOWN = "unknown";

    private final MergeSummary summary;
    private final List<CardFacts> facts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ModelCard(MergeSummary summary) throws IOException {
        this.summary = summary;
        for (Model model : summary.models()) {
            facts.add(CardFacts.of(FrontMatter.of(model.companions())));
        }
    }

    /**
     * Returns the card.
     *
     * @param summary how the model was merged
     * @param parameters what it consists of
     * @param recipe what it was made from, in YAML; empty if that is not known
     * @throws IOException if the card of a model cannot be read
     */
    public static byte[] of(
            MergeSummary summary, List<ParameterSpec> parameters, Optional<String> recipe)
            throws IOException {
        ModelCard card = new ModelCard(summary);
        card.text.append("---\n").append(card.frontMatter()).append("---\n");
        card.introduction();
        card.models();
        card.method(parameters);
        recipe.ifPresent(card::recipe);
        return card.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String frontMatter() {
        CardFacts base = facts.get(base());
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> known =
                summary.models().stream().flatMap(model -> hubName(model).stream()).toList();
        if (!known.isEmpty()) {
            fields.put("base_model", known);
            fields.put("base_model_relation", "merge");
        }
        licence().ifPresent(licence -> fields.put("license", licence));
        for (String field : List.of("library_name", "pipeline_tag")) {
            base.text(field).ifPresent(value -> fields.put(field, value));
        }
        if (!base.texts("language").isEmpty()) {
            fields.put("language", base.texts("language"));
        }
        fields.put("tags", List.of("merge", "terge"));
        return CardYaml.of(fields);
    }

    /** The licence that all models share; "other" where they differ or are not known. */
    private Optional<String> licence() {
        List<String> all =
                facts.stream().flatMap(each -> each.text("license").stream()).distinct().toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean areAllKnown = facts.stream().allMatch(each -> each.licence().isPresent());
        return Optional.of(all.size() == 1 && areAllKnown ? all.getFirst() : "other");
    }

    private void introduction() {
        String names =
                summary.models().stream().map(ModelCard::name).collect(Collectors.joining(", "));
        line("# Merge of " + names);
        line("This model was merged from %d models with terge.".formatted(facts.size()));
    }

    private void models() {
        text.append("\n| model | weight | licence |\n|---|---|---|\n");
        Use most = summary.uses().getFirst();
        for (int place = 0; place < facts.size(); place++) {
            Model model = summary.models().get(place);
            text.append(
                    "| %s%s | %s | %s |\n"
                            .formatted(
                                    name(model),
                                    model.isBase() ? " (base)" : "",
                                    isOfParts() ? "" : weight(most.weights().get(place)),
                                    facts.get(place)
                                            .licence()
                                            .map(ModelCard::code)
                                            .orElse(UNKNOWN)));
        }
    }

    private void method(List<ParameterSpec> parameters) {
        List<Use> uses = summary.uses();
        for (Use use : uses.subList(0, Math.min(MOST_USES, uses.size()))) {
            String options =
                    use.options().entrySet().stream()
                            .map(option -> code(option.getKey() + "=" + option.getValue()))
                            .collect(Collectors.joining(", "));
            String weights =
                    isOfParts() || use.weights().equals(uses.getFirst().weights())
                            ? ""
                            : ", weights "
                                    + use.weights().stream()
                                            .map(ModelCard::weight)
                                            .collect(Collectors.joining(", "));
            line(
                    "%s%s: method %s%s%s."
                            .formatted(
                                    counted(use.parameters()),
                                    isOfParts() ? " of " + name(partOf(use).getFirst()) : "",
                                    code(use.method()),
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
        line("Stored as " + types(parameters) + ".");
        line("The licences of all models apply to the merged model.");
    }

    /** In a fence that no line of the recipe can end. */
    private void recipe(String yaml) {
        String fence = "```";
        while (yaml.contains(fence)) {
            fence += '`';
        }
        line("The recipe:");
        text.append('\n').append(fence).append("yaml\n").append(yaml);
        text.append(yaml.endsWith("\n") ? "" : "\n").append(fence).append('\n');
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

    /** The types, the one of most elements first. */
    private static String types(List<ParameterSpec> parameters) {
        Map<DType, Long> elements = new LinkedHashMap<>();
        parameters.forEach(each -> elements.merge(each.dtype(), each.elements(), Long::sum));
        return elements.entrySet().stream()
                .sorted(Map.Entry.<DType, Long>comparingByValue().reversed())
                .map(each -> each.getKey().toString())
                .collect(Collectors.joining(", "));
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

    /** The name on the hub, or that of the file: paths are nobody's concern. */
    private static String name(Model model) {
        return code(
                hubName(model)
                        .or(
                                () ->
                                        model.reference()
                                                .path()
                                                .map(Path::getFileName)
                                                .map(Path::toString))
                        .orElseGet(() -> model.reference().describe()));
    }

    private static Optional<String> hubName(Model model) {
        return model.reference()
                .path()
                .map(path -> HUB.matcher(path.toString()))
                .filter(Matcher::matches)
                .map(name -> name.group(1));
    }

    /** A text from a file, in which nothing is Markdown. */
    private static String code(String text) {
        String plain = Quoted.text(text).replace('`', '\'').replace("|", "/");
        return '`' + plain + '`';
    }

    private void line(String line) {
        text.append('\n').append(line).append('\n');
    }

    private int base() {
        for (int place = 0; place < summary.models().size(); place++) {
            if (summary.models().get(place).isBase()) {
                return place;
            }
        }
        return 0;
    }
}
