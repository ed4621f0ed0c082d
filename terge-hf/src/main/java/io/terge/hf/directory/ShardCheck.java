package io.terge.hf.directory;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.safetensors.SafetensorsFile;
import io.terge.hf.safetensors.StoredParameter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                            ErrorCode.SHARD_MISSING,
                            "%s names %d shards, of which %d are not there"
                                    .formatted(
                                            Quoted.of(index.file()),
                                            index.files().size(),
                                            missing.size()));
            for (Path file : missing) {
                problem = problem.note("missing: " + Quoted.of(file) + linkNote(file));
            }
            throw new TergeException(problem.fix("download or copy the missing files"));
        }
    }

    /** Checks that every parameter is where the index says, and nowhere else. */
    void agree(List<SafetensorsFile> files) {
        Set<String> held = new HashSet<>();
        for (SafetensorsFile file : files) {
            for (StoredParameter parameter : file.header().parameters()) {
                String name = parameter.spec().name();
                checkPlace(file.path(), name);
                held.add(name);
            }
        }
        for (Map.Entry<String, Path> entry : index.shards().entrySet()) {
            if (!held.contains(entry.getKey())) {
                throw mismatch(
                        "%s places %s in %s, which does not hold it"
                                .formatted(
                                        Quoted.of(index.file()),
                                        Quoted.of(entry.getKey()),
                                        Quoted.of(entry.getValue())));
            }
        }
    }

    private void checkPlace(Path holder, String name) {
        Path place = index.shards().get(name);
        if (place == null) {
            throw mismatch(
                    "%s holds %s, which %s does not name"
                            .formatted(
                                    Quoted.of(holder), Quoted.of(name), Quoted.of(index.file())));
        }
        if (!place.equals(holder)) {
            throw mismatch(
                    "%s holds %s, which %s places in %s"
                            .formatted(
                                    Quoted.of(holder),
                                    Quoted.of(name),
                                    Quoted.of(index.file()),
                                    Quoted.of(place)));
        }
    }

    private static String linkNote(Path file) {
        if (Files.isSymbolicLink(file)) {
            return " (a symbolic link to nothing)";
        }
        return Files.exists(file) ? " (not a file)" : "";
    }

    private static TergeException mismatch(String message) {
        return new TergeException(Problem.of(ErrorCode.INDEX_MISMATCH, message));
    }
}
