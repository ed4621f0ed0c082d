package io.terge.hf.card;

import io.terge.model.ModelReference;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.MergeSummary.Model;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Writes the card of a merged model: the same bytes for the same merge. */
public final class ModelCard {

    /** The file of a card. */
    public static final String FILE = "README.md";

    private final MergeSummary summary;
    private final SequencedMap<ModelReference, Model> models = new LinkedHashMap<>();
    private final SequencedMap<ModelReference, MergeSummary> stages = new LinkedHashMap<>();
    private final Map<ModelReference, CardFacts> facts = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private ModelCard(MergeSummary summary) throws IOException {
        this.summary = summary;
        collect(summary);
        for (Model model : models.values()) {
            facts.put(model.reference(), CardFacts.of(FrontMatter.of(model.companions())));
        }
    }

    // The models that exist, and the stages after those that they use.
    private void collect(MergeSummary merge) {
        for (Model model : merge.models()) {
            if (model.merged().isPresent()) {
                collect(model.merged().get());
                stages.putIfAbsent(model.reference(), model.merged().get());
            } else {
                models.putIfAbsent(model.reference(), model);
            }
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
        card.merges();
        card.end(parameters);
        recipe.ifPresent(card::recipe);
        return card.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String frontMatter() {
        CardFacts base = facts.getOrDefault(base(summary), CardFacts.of(Optional.empty()));
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> known =
                models.values().stream().flatMap(model -> ModelName.onHub(model).stream()).toList();
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
                facts.values().stream()
                        .flatMap(each -> each.text("license").stream())
                        .distinct()
                        .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean areAllKnown = facts.values().stream().allMatch(each -> each.licence().isPresent());
        return Optional.of(all.size() == 1 && areAllKnown ? all.getFirst() : "other");
    }

    private void introduction() {
        String names =
                models.values().stream().map(ModelName::of).collect(Collectors.joining(", "));
        line("# Merge of " + names);
        line("This model was merged from %d models with terge.".formatted(facts.size()));
    }

    private void merges() {
        stages.forEach(
                (reference, stage) -> {
                    line("## Stage " + ModelName.code(reference.stage().orElse("")));
                    new MergeText(stage, facts, text).write();
                });
        if (!stages.isEmpty()) {
            line("## Result");
        }
        new MergeText(summary, facts, text).write();
    }

    private void end(List<ParameterSpec> parameters) {
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

    /** The types, the one of most elements first. */
    private static String types(List<ParameterSpec> parameters) {
        Map<DType, Long> elements = new LinkedHashMap<>();
        parameters.forEach(each -> elements.merge(each.dtype(), each.elements(), Long::sum));
        return elements.entrySet().stream()
                .sorted(Map.Entry.<DType, Long>comparingByValue().reversed())
                .map(each -> each.getKey().toString())
                .collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append('\n').append(line).append('\n');
    }

    // Of a stage that is the base, its own.
    private static ModelReference base(MergeSummary merge) {
        Model base =
                merge.models().stream()
                        .filter(Model::isBase)
                        .findFirst()
                        .orElseGet(() -> merge.models().getFirst());
        return base.merged().map(ModelCard::base).orElse(base.reference());
    }
}
