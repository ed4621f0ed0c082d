package io.terge.hf.directory;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which companions of the donor are copied to an output.
 *
 * @param companions all companions
 * @param globs patterns of files that are copied whatever they are
 */
record CompanionChoice(List<Companion> companions, List<FileGlob> globs) {

    /** The setting of a target with patterns of files that are copied as well. */
    static final String SETTING = "copy";

    private static final int MOST_NAMES = 5;

    static CompanionChoice of(ModelReference target, ModelBlueprint blueprint) {
        String patterns = target.settings().getOrDefault(SETTING, "");
        List<FileGlob> globs =
                Arrays.stream(patterns.split(","))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .map(FileGlob::new)
                        .toList();
        return new CompanionChoice(blueprint.companions(), globs);
    }

    /** The companions that are copied. */
    List<Companion> copied() {
        return companions.stream().filter(this::isCopied).toList();
    }

    private boolean isCopied(Companion companion) {
        return switch (FileUse.of(companion.name())) {
            case COMPANION, FURTHER_WEIGHTS -> true;
            case COPY_OR_STATE, CACHE ->
                    globs.stream().anyMatch(glob -> glob.matches(companion.name()));
        };
    }

    /** The names of the companions that are not copied, and what each is instead. */
    SortedMap<String, String> leftOut() {
        SortedMap<String, String> names = new TreeMap<>();
        for (Companion companion : companions) {
            if (!isCopied(companion)) {
                names.put(
                        companion.name(),
                        FileUse.of(companion.name()) == FileUse.CACHE
                                ? "a cache"
                                : "another copy of the weights, or the state of a training");
            }
        }
        return names;
    }

    /** What is not copied, and what is copied without being merged. */
    List<Problem> warnings() {
        List<String> left =
                names(one -> !isCopied(one) && FileUse.of(one.name()) == FileUse.COPY_OR_STATE);
        List<String> further = names(one -> FileUse.of(one.name()) == FileUse.FURTHER_WEIGHTS);
        return Stream.concat(
                        left.isEmpty() ? Stream.empty() : Stream.of(notCopied(left)),
                        further.isEmpty() ? Stream.empty() : Stream.of(notMerged(further)))
                .toList();
    }

    private List<String> names(Predicate<Companion> which) {
        return companions.stream().filter(which).map(Companion::name).toList();
    }

    private static Problem notCopied(List<String> names) {
        return Problem.of(
                        DirectoryCode.FILES_NOT_COPIED,
                        "%s of the base not copied: %s"
                                .formatted(
                                        names.size() == 1 ? "1 file" : names.size() + " files",
                                        listed(names)))
                .note("other copies of the weights, or the state of a training: not merged")
                .fix("to copy files all the same, add --copy GLOB (in Java .copy(...))");
    }

    private static Problem notMerged(List<String> names) {
        return Problem.of(
                        DirectoryCode.WEIGHTS_NOT_MERGED,
                        "%s beside the weights that are read: copied from the base, not merged: %s"
                                .formatted(
                                        names.size() == 1
                                                ? "1 file with weights"
                                                : names.size() + " files with weights",
                                        listed(names)))
                .fix("merge these files one by one if the models differ in them");
    }

    private static String listed(List<String> names) {
        return FirstFew.of(names.stream().map(Quoted::of).toList(), MOST_NAMES);
    }
}
