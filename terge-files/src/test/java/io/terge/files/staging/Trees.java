package io.terge.files.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is at a path: files with their contents, links with what they point to, directories. */
final class Trees {

    private Trees() {}

    /** Everything by its name within the path, which is itself empty; nothing if it is missing. */
    static Map<String, String> of(Path root) {
        Map<String, String> tree = new TreeMap<>();
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return tree;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                tree.put(root.relativize(path).toString(), content(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return tree;
    }

    /** A tree with other files. */
    static Map<String, String> with(Map<String, String> tree, Map<String, String> files) {
        Map<String, String> changed = new TreeMap<>(tree);
        changed.put("", "directory");
        changed.putAll(files);
        return changed;
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path) ? "directory" : Files.readString(path);
    }
}
