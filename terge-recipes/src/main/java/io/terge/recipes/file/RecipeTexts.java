package io.terge.recipes.file;

import io.terge.api.BaseChoice;
import io.terge.api.CompanionSettings;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.recipes.Recipe;
import io.terge.recipes.RecipeException;
import io.terge.recipes.mergekit.ExpertsRecipe;
import io.terge.recipes.own.RecipeWriter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds to a request the recipe that it was made from, for its plan, its lineage and its output.
 *
 * @since 0.1
 */
public final class RecipeTexts {

    private RecipeTexts() {}

    /**
     * Returns a request with its own recipe for its plan and lineage alone: nobody wrote it as a
     * recipe, so a model directory gets no file of it.
     */
    public static MergeRequest describeInLineage(MergeRequest request) {
        return described(request, any -> "");
    }

    /**
     * Returns a request with its own recipe; unchanged if no recipe can express it, such as for a
     * model in memory, a conversion, or a request that planning rejects.
     */
    public static MergeRequest describe(MergeRequest request) {
        return described(request, RecipeTexts::portable);
    }

    private static MergeRequest described(
            MergeRequest request, Function<MergeRequest, String> portable) {
        try {
            String text = RecipeWriter.write(request, Path.of(""));
            return with(request, new RecipeText("terge", text, List.of(), portable.apply(request)));
        } catch (RecipeException none) {
            return request;
        }
    }

    /**
     * Returns a request with the recipe that it was made from; unchanged if the request cannot be
     * written as a recipe, such as one that planning rejects. The recipe of a mixture of experts is
     * kept as it was written; with the output only if nothing was changed and it names no local
     * files.
     *
     * @param source the recipe
     * @param changes what the request has in addition, each as on the command line
     */
    public static MergeRequest describe(
            MergeRequest request, Recipe.Source source, List<String> changes) {
        List<String> all = Stream.concat(source.changes().stream(), changes.stream()).toList();
        boolean isPortable =
                all.isEmpty()
                        && references(request).allMatch(RecipeTexts::isOnHub)
                        && hasTemplates(request, source.text());
        boolean isOfExperts = request.layout() instanceof Layout.Parts;
        try {
            String otherwise = isPortable || isOfExperts ? "" : portable(request);
            String kept = isPortable ? source.text() : otherwise;
            return with(request, new RecipeText(source.format(), source.text(), all, kept));
        } catch (RecipeException none) {
            return request;
        }
    }

    private static MergeRequest with(MergeRequest request, RecipeText recipe) {
        return request.toBuilder().recipe(recipe).build();
    }

    private static String portable(MergeRequest request) {
        return RecipeWriter.writeBeside(output(request), Recipe.of(request));
    }

    /** Where the output goes; in place, to the base. */
    private static Path output(MergeRequest request) {
        Optional<ModelReference> base =
                switch (request.base()) {
                    case BaseChoice.Other(ModelReference other) -> Optional.of(other);
                    case BaseChoice.Index(int index) ->
                            request.models().stream().skip(Math.max(index, 0)).findFirst();
                    case BaseChoice.Unset _ -> request.models().stream().findFirst();
                };
        return request.output()
                .target()
                .or(() -> base)
                .flatMap(ModelReference::path)
                .orElse(Path.of(""));
    }

    private static Stream<ModelReference> references(MergeRequest request) {
        Stream<ModelReference> base =
                request.base() instanceof BaseChoice.Other(ModelReference other)
                        ? Stream.of(other)
                        : Stream.empty();
        Stream<ModelReference> ofStages =
                request.stages().stream().flatMap(stage -> references(stage.request()));
        return Stream.of(ofStages, request.models().stream(), base).flatMap(all -> all);
    }

    // One that is not there is in a file, or spelt in another way.
    private static boolean hasTemplates(MergeRequest request, String recipe) {
        return Stream.concat(
                        Stream.of(request),
                        request.stages().stream().map(MergeRequest.Stage::request))
                .flatMap(merge -> merge.output().target().stream())
                .map(target -> target.settings().getOrDefault(CompanionSettings.CHAT_TEMPLATE, ""))
                .allMatch(recipe::contains);
    }

    private static boolean isOnHub(ModelReference reference) {
        boolean isFile = reference.path().filter(path -> !RecipeWriter.isOnHub(path)).isPresent();
        return !isFile && !ExpertsRecipe.namesFile(reference);
    }
}
