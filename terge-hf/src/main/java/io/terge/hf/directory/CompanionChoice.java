package io.terge.hf.directory;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.card.ModelCard;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which companions of the donor are copied to an output.
 *
 * @param companions all companions
 * @param globs patterns of files that are copied whatever they are
 * @param isMerged whether the output is a merge, of which the recipe of the base says nothing
 * @param card what becomes of the model card of the base; empty if there is none, or it stays
 */
record CompanionChoice(
        List<Companion> companions,
        List<FileGlob> globs,
        boolean isMerged,
        Optional<CardChoice> card) {

    /** The setting of a target with patterns of files that are copied as well. */
    static final String SETTING = "copy";

    private static final int MOST_NAMES = 5;

    static CompanionChoice of(ModelReference target, ModelBlueprint blueprint) throws IOException {
        List<FileGlob> globs = globs(target);
        boolean isKept =
                globs.stream().anyMatch(glob -> glob.matches(ModelCard.FILE))
                        || new Replaced(target, blueprint).isInPlace()
                        || !CardChoice.isOutdated(blueprint);
        return new CompanionChoice(
                blueprint.companions(),
                globs,
                blueprint.summary().isPresent(),
                isKept ? Optional.empty() : Optional.of(CardChoice.of(target)));
    }

    /** The patterns of files that are copied whatever they are. */
    static List<FileGlob> globs(ModelReference target) {
        String patterns = target.settings().getOrDefault(SETTING, "");
        return Arrays.stream(patterns.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(FileGlob::new)
                .toList();
    }

    /** The companions that are copied. */
    List<Companion> copied() {
        return companions.stream().filter(this::isCopied).toList();
    }

    /** The new model card; empty where the file of that name is copied. */
    Optional<byte[]> card(ModelBlueprint blueprint) throws IOException {
        return card.isPresent() && blueprint.summary().isPresent()
                ? Optional.of(
                        ModelCard.of(
                                blueprint.summary().get(),
                                blueprint.parameters(),
                                blueprint.recipe()))
                : Optional.empty();
    }

    private boolean isCopied(Companion companion) {
        if (companion.name().equals(ModelCard.FILE)) {
            return card.filter(choice -> choice == CardChoice.LEFT_OUT).isEmpty();
        }
        return switch (FileUse.of(companion.name())) {
            case COMPANION, FURTHER_WEIGHTS -> true;
            case RECIPE -> !isMerged || isAskedFor(companion);
            case COPY_OR_STATE, CACHE -> isAskedFor(companion);
        };
    }

    private boolean isAskedFor(Companion companion) {
        return globs.stream().anyMatch(glob -> glob.matches(companion.name()));
    }

    /** The names of the companions that are not copied, and what each is instead. */
    SortedMap<String, String> leftOut() {
        SortedMap<String, String> names = new TreeMap<>();
        for (Companion companion : companions) {
            if (!isCopied(companion)) {
                names.put(companion.name(), instead(companion.name()));
            }
        }
        return names;
    }

    /** What a file is that is not copied. */
    static String instead(String name) {
        return switch (FileUse.of(name)) {
            case CACHE -> "a cache";
            case COMPANION -> "the model card of the base";
            case RECIPE -> RecipeFile.OF_BASE;
            case COPY_OR_STATE, FURTHER_WEIGHTS -> "another copy of the weights, or training state";
        };
    }

    /** What is not copied, what is copied without being merged, and patterns of nothing. */
    List<Problem> warnings() {
        List<String> left =
                names(one -> !isCopied(one) && FileUse.of(one.name()) == FileUse.COPY_OR_STATE);
        List<String> further = furtherWeights(companions);
        List<Problem> warnings = new ArrayList<>();
        if (!left.isEmpty()) {
            warnings.add(notCopied(left));
        }
        if (!further.isEmpty()) {
            warnings.add(notMerged(further, "copied from the base, not merged"));
        }
        globs.stream()
                .filter(glob -> companions.stream().noneMatch(one -> glob.matches(one.name())))
                .map(CompanionChoice::matchesNothing)
                .forEach(warnings::add);
        return List.copyOf(warnings);
    }

    private static Problem matchesNothing(FileGlob glob) {
        return Problem.of(
                        DirectoryCode.COPY_HAS_NO_EFFECT,
                        "No file of the base matches --copy " + Quoted.of(glob.pattern()))
                .note(
                        "weights that terge can read are never copied: they would contradict the"
                                + " merged ones");
    }

    /** The names of those files with weights that are part of a model but not merged. */
    static List<String> furtherWeights(List<Companion> companions) {
        return companions.stream()
                .map(Companion::name)
                .filter(name -> FileUse.of(name) == FileUse.FURTHER_WEIGHTS)
                .toList();
    }

    private List<String> names(Predicate<Companion> which) {
        return companions.stream().filter(which).map(Companion::name).toList();
    }

    private static Problem notCopied(List<String> names) {
        return Problem.of(
                        DirectoryCode.FILES_NOT_COPIED,
                        "%s of the base not copied: %s".formatted(files(names), listed(names)))
                .note("other copies of the weights, or training state: not merged")
                .fix("to copy such files anyway, add --copy GLOB (in Java .copy(...))");
    }

    /** Returns the warning of weights that are part of the model but not merged. */
    static Problem notMerged(List<String> names, String instead) {
        return Problem.of(
                        DirectoryCode.WEIGHTS_NOT_MERGED,
                        "%s with weights beside the weights that are read: %s: %s"
                                .formatted(files(names), instead, listed(names)))
                .fix("if the models differ in these files, merge them separately");
    }

    /** How many files there are, for a message. */
    static String files(List<String> names) {
        return names.size() == 1 ? "1 file" : names.size() + " files";
    }

    /** The first of some names, for a message. */
    static String listed(List<String> names) {
        return FirstFew.of(names.stream().map(Quoted::of).toList(), MOST_NAMES);
    }
}
