package io.terge.engine.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Which jars register which classes: {@code ServiceLoader} does not tell whose class it failed to
 * load.
 *
 * @param origins the jars and directories by the classes that they register, in the order in which
 *     they are loaded
 */
record DeclaredProviders(SequencedMap<String, String> origins) {

    private static final String SERVICES = "META-INF/services/";

    DeclaredProviders {
        origins = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(origins));
    }

    /** Reads what the jars register for a kind of plugins; files that cannot be read have none. */
    static DeclaredProviders of(Class<?> kind, ClassLoader loader) {
        SequencedMap<String, String> origins = new LinkedHashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources(SERVICES + kind.getName()))) {
                names(file).forEach(name -> origins.putIfAbsent(name, origin(file)));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // The failure that is being explained tells more than this one.
        }
        return new DeclaredProviders(origins);
    }

    /** Returns the class that a message names, if it is one of these. */
    Optional<String> namedIn(String message) {
        return Arrays.stream(message.split("\\s+")).filter(origins::containsKey).findFirst();
    }

    /** Returns the first class that is not one of those that were loaded or failed before. */
    Optional<String> firstExcept(Collection<String> done) {
        return origins.keySet().stream().filter(name -> !done.contains(name)).findFirst();
    }

    /** The jar or directory that registers a class. */
    Optional<String> origin(String provider) {
        return Optional.ofNullable(origins.get(provider));
    }

    private static List<String> names(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // A cached jar stays open.
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static String origin(URL file) {
        try {
            if (file.openConnection() instanceof JarURLConnection jar) {
                Path path = Path.of(jar.getJarFileURL().toURI());
                return Optional.ofNullable(path.getFileName()).orElse(path).toString();
            }
            String text = Path.of(file.toURI()).toString();
            return text.substring(0, text.lastIndexOf("META-INF") - 1);
        } catch (Exception notAFile) {
            return file.toString();
        }
    }
}
