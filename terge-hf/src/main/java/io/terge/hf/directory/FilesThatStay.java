package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.card.ModelCard;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a model that is replaced in place: all but its weights stay as they are, and some of
 * them then contradict the merged weights.
 *
 * @param directory the directory of the model
 * @param target the output, which replaces it
 * @param blueprint its contents
 * @param copies the names of other copies of its weights, and of states of a training, and what
 *     each is
 */
record FilesThatStay(
        Path directory,
        ModelReference target,
        ModelBlueprint blueprint,
        SortedMap<String, String> copies) {

    static FilesThatStay of(Path directory, ModelReference target, ModelBlueprint blueprint)
            throws IOException {
        SortedMap<String, String> copies = OtherWeights.in(directory);
        for (Companion companion : blueprint.companions()) {
            if (FileUse.of(companion.name()) == FileUse.COPY_OR_STATE) {
                copies.put(companion.name(), CompanionChoice.instead(companion.name()));
            }
        }
        return new FilesThatStay(directory, target, blueprint, copies);
    }

    /** The names of those that are of the model before the merge, and what each is. */
    SortedMap<String, String> outdated() throws IOException {
        SortedMap<String, String> outdated = new TreeMap<>(copies);
        if (CardChoice.isOutdated(blueprint)) {
            outdated.put(ModelCard.FILE, CompanionChoice.instead(ModelCard.FILE));
        }
        boolean isReplaced = RecipeFile.of(target, blueprint).isPresent();
        for (Companion companion : blueprint.companions()) {
            boolean isStale =
                    blueprint.summary().isPresent()
                            && FileUse.of(companion.name()) == FileUse.RECIPE;
            if (isStale && !(isReplaced && companion.name().equals(RecipeFile.NAME))) {
                outdated.put(companion.name(), RecipeFile.OF_BASE);
            }
        }
        return outdated;
    }

    /** What the user should know: weights that stay, and settings that have no effect. */
    List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        List<String> names = List.copyOf(copies.keySet());
        if (!names.isEmpty()) {
            warnings.add(
                    Problem.of(
                                    DirectoryCode.FILES_OUTDATED,
                                    "%s of %s not changed, though the weights are: %s"
                                            .formatted(
                                                    CompanionChoice.files(names),
                                                    Quoted.of(directory),
                                                    CompanionChoice.listed(names)))
                            .note(
                                    "other copies of the weights before the merge, or training"
                                            + " state")
                            .fix(
                                    "remove them after the merge, or write to a new directory"
                                            + " (--out)"));
        }
        List<String> further = CompanionChoice.furtherWeights(blueprint.companions());
        if (!further.isEmpty()) {
            warnings.add(CompanionChoice.notMerged(further, "not changed"));
        }
        if (!CompanionChoice.globs(target).isEmpty()) {
            warnings.add(
                    Problem.of(
                                    DirectoryCode.COPY_HAS_NO_EFFECT,
                                    "--copy has no effect where a model is replaced in place")
                            .note("all files of the base stay"));
        }
        return List.copyOf(warnings);
    }
}
