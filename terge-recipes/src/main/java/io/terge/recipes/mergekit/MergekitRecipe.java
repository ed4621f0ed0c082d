package io.terge.recipes.mergekit;

import io.terge.api.CompanionSettings;
import io.terge.api.MergeRequest;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.value.ChatTemplateText;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads recipes of mergekit. A recipe that mergekit runs gives its weights here, in higher
 * precision; what mergekit does wrong is done right, and told as a note.
 *
 * <p>A path of a model is relative to the folder of the recipe if it exists there, else to the
 * current directory; what exists in neither and looks like {@code org/name[@revision]} is a name on
 * the hub.
 */
public final class MergekitRecipe {

    private final Problems problems;
    private final Path folder;

    private MergekitRecipe(Problems problems, Path folder) {
        this.problems = problems;
        this.folder = folder;
    }

    /**
     * Reads a recipe. If problems are told of, the result is not complete.
     *
     * @param problems told of what is wrong, and of what is worth a note
     * @param folder the folder of the file
     */
    public static Recipe.Stage read(Node.Fields document, Problems problems, Path folder) {
        return new MergekitRecipe(problems, folder).stage(document, Set.of());
    }

    /**
     * Reads a file of several recipes, which may use each other's outputs by their names. If
     * problems are told of, the result is not complete.
     *
     * @param documents the recipes, all but one with a {@code name}
     * @param problems told of what is wrong, and of what is worth a note
     * @param folder the folder of the file
     * @return the merges in an order in which they can be done; the last one's output is the result
     */
    public static List<Recipe.Stage> read(
            List<Node.Fields> documents, Problems problems, Path folder) {
        return new MergekitRecipe(problems, folder).stages(documents);
    }

    private List<Recipe.Stage> stages(List<Node.Fields> documents) {
        Set<String> names = new HashSet<>();
        documents.forEach(document -> checkName(document, names));
        List<StageOrder.Placed> stages = new ArrayList<>();
        for (Node.Fields document : documents) {
            stages.add(new StageOrder.Placed(stage(document, names), document.place()));
        }
        return new StageOrder(problems).of(stages);
    }

    // The empty name stands for none, of which there may be one, too.
    private void checkName(Node.Fields document, Set<String> names) {
        String name = name(document);
        Place place = new Mapping(document, problems).place(OutlineReader.NAME);
        if (!names.add(name)) {
            problems.add(
                    name.isEmpty()
                            ? RecipeCode.RECIPE_MISSING_KEY
                            : RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    name.isEmpty()
                            ? "Only one merge of a file may have no 'name'"
                            : "Two merges have the name '%s'".formatted(name),
                    "give each merge a 'name' of its own");
        }
    }

    private String name(Node.Fields document) {
        return new Mapping(document, problems)
                .find(OutlineReader.NAME)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text())
                .orElse("");
    }

    private Recipe.Stage stage(Node.Fields document, Set<String> names) {
        new Mapping(document, problems).scalar(OutlineReader.NAME);
        ReferenceReader references = new ReferenceReader(folder, names, problems);
        MergeRequest request =
                new OutlineReader(references, problems)
                        .read(document)
                        .map(MergekitRecipe::withBase)
                        .map(this::request)
                        .orElseGet(() -> MergeRequest.builder().build());
        return new Recipe.Stage(
                name(document), request, targetSettings(document), Optional.empty());
    }

    private SortedMap<String, String> targetSettings(Node.Fields document) {
        SortedMap<String, String> settings = new TreeMap<>();
        new Mapping(document, problems)
                .scalar(OutlineReader.CHAT_TEMPLATE)
                .filter(template -> !template.text().isEmpty())
                .flatMap(this::template)
                .ifPresent(text -> settings.put(CompanionSettings.CHAT_TEMPLATE, text));
        return settings;
    }

    private Optional<String> template(Node.Scalar template) {
        try {
            return Optional.of(new ChatTemplateText(folder).parse(template.text()));
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    template.place(),
                    "'%s': %s".formatted(OutlineReader.CHAT_TEMPLATE, wrong.getMessage()));
            return Optional.empty();
        }
    }

    private MergeRequest request(Outline outline) {
        PartCheck parts = new PartCheck(outline, problems);
        RequiredCheck required = new RequiredCheck(outline, problems);
        for (Part part : outline.parts()) {
            parts.check(part);
            required.check(part);
        }
        new MethodNotes(outline, problems).add();
        return new RequestWriter(outline, problems).write();
    }

    // A base that 'models' does not list is merged like those that it lists, or read apart.
    private static Outline withBase(Outline outline) {
        if (outline.isSliced() || outline.method().base().isApart() || outline.base().isEmpty()) {
            return outline;
        }
        Reference base = outline.base().get();
        return outline.with(
                outline.parts().stream()
                        .map(part -> part.has(base) ? part : part.with(source(base, part)))
                        .toList());
    }

    private static Source source(Reference base, Part part) {
        return new Source(
                part.sources().size(), base, Optional.empty(), Level.empty(), base.place());
    }
}
