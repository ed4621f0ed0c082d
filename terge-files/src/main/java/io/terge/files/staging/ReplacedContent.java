package io.terge.files.staging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of the content that a commit has replaced.
 *
 * @param replaced the names of files that were written anew
 * @param removed the names of files that the new model does not have
 * @param kept the number of files that were kept
 * @param backup where all of the old content is now; empty if it was deleted
 */
record ReplacedContent(
        List<String> replaced, List<String> removed, int kept, Optional<Path> backup) {

    private static final int MOST_NAMES = 5;

    ReplacedContent {
        replaced = replaced.stream().sorted().toList();
        removed = removed.stream().sorted().toList();
    }

    /** Nothing was at the target. */
    static ReplacedContent none() {
        return new ReplacedContent(List.of(), List.of(), 0, Optional.empty());
    }

    /** A file or a link has been replaced as a whole. */
    static ReplacedContent whole(Path path) {
        return new ReplacedContent(
                List.of(String.valueOf(path.getFileName())), List.of(), 0, Optional.empty());
    }

    ReplacedContent withBackup(Path path) {
        return new ReplacedContent(replaced, removed, kept, Optional.of(path));
    }

    /** Tells it, a line for each thing. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "replaced", replaced);
        add(lines, "removed", removed);
        if (kept > 0) {
            lines.add("kept: " + (kept == 1 ? "1 other file" : kept + " other files"));
        }
        backup.ifPresent(path -> lines.add("backup: " + path));
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            int more = names.size() - MOST_NAMES;
            lines.add(what + ": " + first + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
