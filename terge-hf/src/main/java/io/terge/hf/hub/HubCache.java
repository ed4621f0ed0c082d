package io.terge.hf.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of downloaded models.
 *
 * @param path where it is; it need not exist
 */
record HubCache(Path path) {

    /**
     * Finds the cache as Hugging Face's own library does: {@code HF_HUB_CACHE}, else {@code hub} in
     * {@code HF_HOME}, else in {@code huggingface} in {@code XDG_CACHE_HOME}, else in {@code
     * ~/.cache}.
     *
     * @param environment the variables of the environment
     * @param home the user's home directory, which {@code HOME} overrides
     */
    static HubCache of(Map<String, String> environment, Path home) {
        Variables variables = new Variables(environment, home);
        return new HubCache(
                variables
                        .path("HF_HUB_CACHE")
                        .or(() -> variables.path("HF_HOME").map(path -> path.resolve("hub")))
                        .orElseGet(
                                () ->
                                        variables
                                                .path("XDG_CACHE_HOME")
                                                .orElse(variables.home().resolve(".cache"))
                                                .resolve("huggingface")
                                                .resolve("hub")));
    }

    /** The directory of a model; it need not exist. */
    Path directory(HubName name) {
        return path.resolve(name.directory());
    }

    /** Whether some revision of a model has been downloaded. */
    boolean has(HubName name) {
        return Files.isDirectory(directory(name));
    }

    /**
     * Whether an entry is in the cache, or is it, or in another one, on another disk or of another
     * user, which is told by its layout. Links on the way to the entry are followed, the entry
     * itself may be one.
     */
    boolean contains(Path entry) {
        Path absolute = absolute(entry);
        Optional<Path> followed =
                Optional.ofNullable(absolute.getParent())
                        .map(parent -> real(parent).resolve(parent.relativize(absolute)));
        return absolute.startsWith(absolute(path))
                || isInModelOfACache(absolute)
                || followed.filter(
                                real ->
                                        real.startsWith(real(absolute(path)))
                                                || isInModelOfACache(real))
                        .isPresent();
    }

    // A model in a cache: a directory for all files by their contents, one of links by commit.
    private static boolean isInModelOfACache(Path entry) {
        return Stream.iterate(entry, Objects::nonNull, Path::getParent)
                .anyMatch(
                        above ->
                                String.valueOf(above.getFileName()).startsWith(HubName.PREFIX)
                                        && Files.isDirectory(above.resolve("blobs"))
                                        && Files.isDirectory(above.resolve("snapshots")));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    // What does not exist yet, below what does.
    private static Path real(Path absolute) {
        Path parent = absolute.getParent();
        try {
            return absolute.toRealPath();
        } catch (IOException absent) {
            return parent == null ? absolute : real(parent).resolve(parent.relativize(absolute));
        }
    }

    private record Variables(Map<String, String> environment, Path base) {

        Optional<Path> path(String name) {
            return Optional.ofNullable(environment.get(name))
                    .filter(text -> !text.isBlank())
                    .map(this::expanded);
        }

        Path home() {
            return Optional.ofNullable(environment.get("HOME"))
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .orElse(base);
        }

        private Path expanded(String text) {
            if (text.equals("~")) {
                return home();
            }
            return text.startsWith("~/") ? home().resolve(text.substring(2)) : Path.of(text);
        }
    }
}
