package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that an index and its shards say the same.
 *
 * @param index the index
 */
record ShardCheck(ShardIndex index) {

    /** Checks that every shard is there, and names all that are not. */
    void present() {
        List<Path> missing =
                index.files().stream().filter(file -> !Files.isRegularFile(file)).toList();
        if (!missing.isEmpty()) {
            Problem problem =
                    Problem.of(
                            DirectoryCode.SHARD_MISSING,
                            "%s: %d of %d shards %s missing"
                                    .formatted(
                                            Quoted.of(index.file()),
                                            missing.size(),
                                            index.files().size(),
                                            missing.size() == 1 ? "is" : "are"));
            for (Path file : missing) {
                problem = problem.note("missing: " + Quoted.of(file) + linkNote(file));
            }
            throw new TergeException(problem.fix("download or copy the missing files"));
        }
    }

    /**
     * Checks that every parameter is where the index says, and nowhere else. The index may leave
     * out a tied one; what it places elsewhere is not tied, whatever a file says.
     *
     * @return all parameters by name
     */
    Map<String, Held> agree(List<Shard> shards) {
        Map<String, Held> held = new LinkedHashMap<>();
        for (Shard shard : shards) {
            for (Held one : Held.in(shard)) {
                if (belongs(one)) {
                    add(one, held);
                }
            }
        }
        for (Map.Entry<String, Path> entry : index.shards().entrySet()) {
            if (!held.containsKey(entry.getKey())) {
                throw mismatch(
                        "%s maps %s to %s, which does not contain it"
                                .formatted(
                                        Quoted.of(index.file()),
                                        Quoted.of(entry.getKey()),
                                        Quoted.of(entry.getValue())));
            }
        }
        return held;
    }

    private boolean belongs(Held one) {
        Path place = index.shards().get(one.spec().name());
        if (one.tie().isPresent()) {
            return place == null || place.equals(one.shard().path());
        }
        checkPlace(one.shard().path(), one.spec().name(), place);
        return true;
    }

    private static void add(Held one, Map<String, Held> held) {
        Held other = held.putIfAbsent(one.spec().name(), one);
        if (other != null) {
            throw mismatch(
                    "%s is in two shards: %s and %s"
                            .formatted(
                                    Quoted.of(one.spec().name()),
                                    Quoted.of(other.shard().path()),
                                    Quoted.of(one.shard().path())));
        }
    }

    private void checkPlace(Path holder, String name, @Nullable Path place) {
        if (place == null) {
            throw mismatch(
                    "%s contains %s, which %s does not list"
                            .formatted(
                                    Quoted.of(holder), Quoted.of(name), Quoted.of(index.file())));
        }
        if (!place.equals(holder)) {
            throw mismatch(
                    "%s contains %s, which %s maps to %s"
                            .formatted(
                                    Quoted.of(holder),
                                    Quoted.of(name),
                                    Quoted.of(index.file()),
                                    Quoted.of(place)));
        }
    }

    private static String linkNote(Path file) {
        if (Files.isSymbolicLink(file)) {
            return " (a broken symbolic link)";
        }
        return Files.exists(file) ? " (not a file)" : "";
    }

    private static TergeException mismatch(String message) {
        return new TergeException(
                Problem.of(DirectoryCode.INDEX_MISMATCH, message)
                        .fix(
                                "download the index and all shards again, from the same revision,"
                                        + " or save the model again")
                        .fix("correct the entry in the index"));
    }
}
