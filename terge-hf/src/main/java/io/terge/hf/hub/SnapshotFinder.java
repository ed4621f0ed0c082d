package io.terge.hf.hub;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the snapshot of a revision: of a branch or tag, a commit, or the only commit in the cache
 * that starts as the revision does.
 *
 * @param cache where to look
 */
record SnapshotFinder(HubCache cache) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern START_OF_COMMIT = Pattern.compile("[0-9a-f]{4,39}");
    private static final int LONGEST_REF = 1000;
    private static final int NAMES_SHOWN = 20;

    Snapshot find(HubName name) throws IOException {
        Path repository = cache.directory(name);
        if (!Files.isDirectory(repository)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.MODEL_NOT_FOUND,
                                    "%s is neither a path nor a model in the Hugging Face cache"
                                            .formatted(Quoted.of(name.repository())))
                            .note("looked in: " + Quoted.of(cache.path()))
                            .fix("check the path")
                            .fix("download the model: " + name.download()));
        }
        Optional<String> commit = commit(repository, name.revision());
        if (commit.isEmpty()) {
            throw absent(
                    name,
                    "The Hugging Face cache has no revision %s of %s"
                            .formatted(Quoted.of(name.revision()), Quoted.of(name.repository())));
        }
        Path directory = snapshots(repository).resolve(commit.get());
        if (!Files.isDirectory(directory)) {
            throw absent(
                    name,
                    "Revision %s of %s is commit %s, whose files are missing"
                            .formatted(
                                    Quoted.of(name.revision()),
                                    Quoted.of(name.repository()),
                                    commit.get()));
        }
        return new Snapshot(name, commit.get(), directory);
    }

    private static Optional<String> commit(Path repository, String revision) throws IOException {
        Optional<String> named = ref(refs(repository).resolve(revision));
        if (named.isPresent() || COMMIT.matcher(revision).matches()) {
            return named.or(() -> Optional.of(revision));
        }
        if (!START_OF_COMMIT.matcher(revision).matches()) {
            return Optional.empty();
        }
        List<String> matching =
                commits(repository).stream().filter(one -> one.startsWith(revision)).toList();
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    // What is no commit could lead anywhere.
    private static Optional<String> ref(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_REF) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        return Optional.of(text).filter(COMMIT.asMatchPredicate());
    }

    private TergeException absent(HubName name, String message) throws IOException {
        Path repository = cache.directory(name);
        List<String> revisions = new ArrayList<>(namedRevisions(refs(repository)));
        revisions.addAll(commits(repository));
        List<String> shown = revisions.stream().map(Quoted::of).toList();
        return new TergeException(
                Problem.of(TergeCode.MODEL_NOT_FOUND, message)
                        .note("looked in: " + Quoted.of(repository))
                        .note(
                                revisions.isEmpty()
                                        ? "it has no revision"
                                        : "revisions: " + FirstFew.of(shown, NAMES_SHOWN))
                        .fix("download it: " + name.download()));
    }

    private static List<String> namedRevisions(Path refs) throws IOException {
        if (!Files.isDirectory(refs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(refs)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> refs.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> commits(Path repository) throws IOException {
        if (!Files.isDirectory(snapshots(repository))) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(snapshots(repository))) {
            return directories
                    .map(directory -> String.valueOf(directory.getFileName()))
                    .filter(COMMIT.asMatchPredicate())
                    .sorted()
                    .toList();
        }
    }

    private static Path refs(Path repository) {
        return repository.resolve("refs");
    }

    private static Path snapshots(Path repository) {
        return repository.resolve("snapshots");
    }
}
