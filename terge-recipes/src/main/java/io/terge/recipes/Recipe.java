package io.terge.recipes;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Vocabularies;
import io.terge.error.Problem;
import io.terge.model.ModelReference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A merge described in a file.
 *
 * @param stages the merges, in order; the output of the last is the result
 * @param notes what the user should know: keys without effect, and differences from mergekit
 * @param source how it was written; empty for one that was not read from a file
 * @param places where its file names what messages are about
 * @since 0.1
 */
public record Recipe(
        List<Stage> stages, List<Problem> notes, Optional<Source> source, RecipePlaces places) {

    public Recipe {
        stages = List.copyOf(stages);
        notes = List.copyOf(notes);
        requireNonNull(source, "source");
        requireNonNull(places, "places");
    }

    /** Creates a recipe that was not read from a file. */
    public Recipe(List<Stage> stages, List<Problem> notes) {
        this(stages, notes, Optional.empty(), RecipePlaces.none());
    }

    /** Says where the model is named, or the layers are described, that a problem is about. */
    public Problem placed(Problem problem) {
        return places.placed(problem, result().name());
    }

    /** Returns a request as a recipe, with the settings of its target. Its result has no name. */
    public static Recipe of(MergeRequest request) {
        List<Stage> stages = new ArrayList<>();
        for (MergeRequest.Stage stage : request.stages()) {
            Optional<Kept> kept =
                    stage.request().output().target().map(place -> kept(request, stage, place));
            stages.add(stage(stage.name(), stage.request(), kept));
        }
        stages.add(stage("", request, Optional.empty()));
        return new Recipe(stages, List.of());
    }

    private static Kept kept(MergeRequest request, MergeRequest.Stage stage, ModelReference place) {
        boolean isBeside =
                request.output()
                        .target()
                        .flatMap(result -> beside(result, stage.name()))
                        .equals(place.path());
        return new Kept(isBeside ? Optional.empty() : Optional.of(place));
    }

    /** Returns where the output of a stage is kept that is kept next to the result. */
    public static Optional<Path> beside(ModelReference result, String stage) {
        return result.path().map(path -> path.resolveSibling(path.getFileName() + "-" + stage));
    }

    private static Stage stage(String name, MergeRequest request, Optional<Kept> kept) {
        return new Stage(
                name,
                request,
                request.output()
                        .target()
                        .map(ModelReference::settings)
                        .orElse(Collections.emptySortedMap()),
                kept);
    }

    /**
     * How a recipe was written.
     *
     * @param format {@code "terge"} or {@code "mergekit"}
     * @param text its file
     * @param changes the values that were set and the variables that were given, each as on the
     *     command line
     */
    public record Source(String format, String text, List<String> changes) {

        public Source {
            requireNonNull(format, "format");
            requireNonNull(text, "text");
            changes = List.copyOf(changes);
        }
    }

    /** The merge whose output is the result. */
    public Stage result() {
        return stages.getLast();
    }

    /** Returns this recipe, whose result has other settings of its target. */
    public Recipe withTargetSettings(SortedMap<String, String> settings) {
        List<Stage> all = new ArrayList<>(stages.subList(0, stages.size() - 1));
        Stage last = result();
        all.add(new Stage(last.name(), last.request(), settings, last.kept()));
        return new Recipe(all, notes, source, places);
    }

    /**
     * Returns all merges as one request, without a target.
     *
     * @param kept where the output of a stage is also written; empty where it is not
     */
    public MergeRequest request(Function<Stage, Optional<ModelReference>> kept) {
        MergeRequestBuilder request = result().request().toBuilder();
        for (Stage stage : stages.subList(0, stages.size() - 1)) {
            MergeRequestBuilder own = stage.request().toBuilder();
            kept.apply(stage).ifPresent(own::to);
            request.stage(stage.name(), own.build());
        }
        return request.build();
    }

    /**
     * Where the output of a stage is also written.
     *
     * @param place the target; empty for one next to the result, named after the stage
     */
    public record Kept(Optional<ModelReference> place) {}

    /**
     * One merge.
     *
     * @param name its name, by which later stages refer to its output; may be empty
     * @param request what is merged, without a target
     * @param targetSettings the settings that its target gets, wherever it is
     * @param kept whether its output is also written, if it is not the result
     */
    public record Stage(
            String name,
            MergeRequest request,
            SortedMap<String, String> targetSettings,
            Optional<Kept> kept) {

        public Stage {
            targetSettings = Collections.unmodifiableSortedMap(new TreeMap<>(targetSettings));
        }

        /** All models that are read, without settings that make them views of each other. */
        public List<ModelReference> models() {
            return Vocabularies.of(request).named();
        }

        /**
         * Creates a stage whose target has no settings of its own, and whose output is not kept.
         */
        public Stage(String name, MergeRequest request) {
            this(name, request, Collections.emptySortedMap(), Optional.empty());
        }
    }
}
