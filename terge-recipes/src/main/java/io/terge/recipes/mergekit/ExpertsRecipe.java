package io.terge.recipes.mergekit;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.tensor.DType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads recipes of mixtures of experts, as mergekit-moe has them, with two keys more: {@code gates}
 * is a file with the vectors of the gates, and {@code seed} is what random ones depend on.
 */
public final class ExpertsRecipe {

    private static final String EXPERTS = "experts";
    private static final String SHARED = "shared_experts";
    private static final String ACTIVE = "experts_per_token";
    private static final String ARCHITECTURE = "architecture";
    private static final String SEED = "seed";

    private static final List<String> KEYS =
            List.of(
                    PartReader.BASE_MODEL,
                    EXPERTS,
                    SHARED,
                    GateReader.MODE,
                    GateReader.GATES,
                    SEED,
                    ACTIVE,
                    ARCHITECTURE,
                    TypeReader.DTYPE);

    private static final List<String> ARCHITECTURES =
            List.of("mixtral", "qwen", "qwen3", "deepseek");

    /** The matrices that lead back to the hidden states. */
    private static final String DOWN = "regex:\\.(?:w2|down_proj)\\.weight$";

    /** In place of an index. */
    private static final String SHARED_PLACE = "shared";

    private static final int DEFAULT_ACTIVE = 2;

    private final Problems problems;
    private final ReferenceReader references;

    private ExpertsRecipe(Problems problems, Path folder) {
        this.problems = problems;
        references = new ReferenceReader(folder, Set.of(), problems);
    }

    /**
     * Reads a recipe. If problems are told of, the result is not complete.
     *
     * @param problems told of what is wrong, and of what is worth a note
     * @param folder the folder of the file
     */
    public static Recipe.Stage read(Node.Fields document, Problems problems, Path folder) {
        MergeRequest request =
                new ExpertsRecipe(problems, folder)
                        .request(new Mapping(document, problems).allow(KEYS))
                        .orElseGet(() -> MergeRequest.builder().build());
        return new Recipe.Stage("", request);
    }

    /** Whether a reference of a request of experts names a file with gates. */
    public static boolean namesFile(ModelReference reference) {
        String gates = reference.settings().getOrDefault(ViewSettings.GATES, "");
        return !gates.isEmpty() && !GateReader.RANDOM.contains(gates);
    }

    private Optional<MergeRequest> request(Mapping recipe) {
        Optional<Reference> base =
                recipe.require(PartReader.BASE_MODEL)
                        .flatMap(node -> references.read(node, PartReader.BASE_MODEL));
        recipe.require(EXPERTS);
        ExpertReader reader = new ExpertReader(references, problems);
        List<Expert> experts = reader.read(recipe, EXPERTS);
        List<Expert> shared = reader.read(recipe, SHARED);
        Optional<String> gates = new GateReader(references, problems).read(recipe);
        OptionalInt active = active(recipe);
        checkCounts(recipe, active);
        Optional<String> architecture = architecture(recipe);
        OptionalLong seed = seed(recipe);
        Optional<DType> type = new TypeReader(problems).read(recipe, TypeReader.DTYPE);
        if (base.isEmpty() || gates.isEmpty() || active.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        notePrompts(recipe, experts, shared);
        ExpertReferences views =
                new ExpertReferences(
                        base.get().model(),
                        experts.size(),
                        shared.size(),
                        active.getAsInt(),
                        architecture);
        MergeRequestBuilder request = MergeRequest.builder().seed(seed.getAsLong());
        add(experts, shared, views, request);
        request.method("passthrough")
                .base(views.mixture(gates.get(), seed.getAsLong()))
                .adapter(ModelScope.all(), ExpertReferences.ADAPTER)
                .layout(new Layout.Parts());
        type.ifPresent(request::dtype);
        return Optional.of(request.build());
    }

    private static void add(
            List<Expert> experts,
            List<Expert> shared,
            ExpertReferences views,
            MergeRequestBuilder request) {
        Map<Source, String> places = new LinkedHashMap<>();
        for (int i = 0; i < experts.size(); i++) {
            places.merge(source(experts.get(i)), "" + i, (all, one) -> all + "," + one);
        }
        for (Expert expert : shared) {
            places.merge(source(expert), SHARED_PLACE, (all, one) -> all + "," + one);
        }
        int index = 0;
        for (Map.Entry<Source, String> each : places.entrySet()) {
            Source source = each.getKey();
            request.model(views.expert(source.model(), each.getValue()));
            if (source.scale() != 1) {
                SettingValue scale = SettingValue.of(source.scale());
                request.set(new Setting(DOWN, ModelScope.model(index), "scale", scale));
            }
            if (source.noise() != 0) {
                request.method(parameters(each.getValue()), "noise");
                SettingValue noise = SettingValue.of(source.noise());
                request.set(
                        new Setting(
                                Rule.EVERY_PARAMETER,
                                ModelScope.model(index),
                                "noise_scale",
                                noise));
            }
            index++;
        }
    }

    /** Selects the parameters of experts, in the names of all architectures. */
    private static String parameters(String places) {
        String indexes =
                Arrays.stream(places.split(","))
                        .filter(place -> !place.equals(SHARED_PLACE))
                        .collect(Collectors.joining("|"));
        List<String> kinds = new ArrayList<>();
        if (!indexes.isEmpty()) {
            kinds.add("experts\\.(?:%s)".formatted(indexes));
        }
        if (places.endsWith(SHARED_PLACE)) {
            kinds.add("shared_experts?");
        }
        return "regex:\\.(?:%s)\\.".formatted(String.join("|", kinds));
    }

    /** What experts have in common that are read together. */
    private record Source(ModelReference model, double scale, double noise) {}

    private static Source source(Expert expert) {
        return new Source(expert.model().model(), expert.scale(), expert.noise());
    }

    // What is no list has been told of.
    private static OptionalInt count(Mapping recipe, String key) {
        return recipe.find(key).orElse(recipe.node()) instanceof Node.Items items
                ? OptionalInt.of(items.values().size())
                : OptionalInt.empty();
    }

    private void checkCounts(Mapping recipe, OptionalInt active) {
        OptionalInt experts = count(recipe, EXPERTS);
        if (experts.isPresent() && experts.getAsInt() < 2) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(EXPERTS),
                    "'%s' must list at least 2 experts, got %d"
                            .formatted(EXPERTS, experts.getAsInt()),
                    "list more models; a model may be listed more than once");
        } else if (experts.isPresent() && active.orElse(0) > experts.getAsInt()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(ACTIVE),
                    "'%s' must be at most %d, the number of experts, but was %d"
                            .formatted(ACTIVE, experts.getAsInt(), active.getAsInt()));
        }
        OptionalInt shared = count(recipe, SHARED);
        if (shared.orElse(0) > 1) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(SHARED),
                    "'%s' must list at most one expert, got %d"
                            .formatted(SHARED, shared.getAsInt()),
                    "keep one of them");
        }
    }

    private OptionalInt active(Mapping recipe) {
        Optional<Node> node = recipe.find(ACTIVE);
        if (node.isEmpty()) {
            return OptionalInt.of(DEFAULT_ACTIVE);
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.text().matches("[1-9][0-9]{0,5}")) {
            return OptionalInt.of(Integer.parseInt(scalar.text()));
        }
        problems.unexpected(node.get(), ACTIVE, "a whole number of 1 or more");
        return OptionalInt.empty();
    }

    private OptionalLong seed(Mapping recipe) {
        Optional<Node> node = recipe.find(SEED);
        if (node.isEmpty()) {
            return OptionalLong.of(0);
        }
        try {
            if (node.get() instanceof Node.Scalar scalar) {
                return OptionalLong.of(Long.parseLong(scalar.text()));
            }
        } catch (NumberFormatException notWhole) {
            // Told of below, as what is not a scalar.
        }
        problems.unexpected(node.get(), SEED, "a whole number of at most 64 bits");
        return OptionalLong.empty();
    }

    private Optional<String> architecture(Mapping recipe) {
        Optional<Node.Scalar> written = recipe.scalar(ARCHITECTURE);
        Optional<String> known =
                written.map(scalar -> scalar.text().toLowerCase(Locale.ROOT))
                        .filter(ARCHITECTURES::contains);
        if (written.isPresent() && known.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    written.get().place(),
                    "'%s' must be one of %s, but was '%s'"
                            .formatted(
                                    ARCHITECTURE,
                                    String.join(", ", ARCHITECTURES),
                                    written.get().text()));
        }
        return known;
    }

    private void notePrompts(Mapping recipe, List<Expert> experts, List<Expert> shared) {
        if (experts.stream().anyMatch(Expert::hasPrompts)
                || shared.stream().anyMatch(Expert::hasPrompts)) {
            problems.add(
                    RecipeCode.RECIPE_NOTE,
                    recipe.place(EXPERTS),
                    "Prompts are ignored: gates are random or read from a file");
        }
    }
}
