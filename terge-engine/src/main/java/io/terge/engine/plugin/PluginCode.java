package io.terge.engine.plugin;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Where a plugin's class comes from.
 *
 * @param type the class
 */
record PluginCode(Class<?> type) {

    /** The file name of the jar, or the folder, or whatever its loader says. */
    String origin() {
        Optional<URI> location = location();
        Optional<Path> file = location.flatMap(PluginCode::file);
        return file.map(PluginCode::shown)
                .or(() -> location.map(URI::toString))
                .orElse("the Java runtime");
    }

    /** What the package says, which a loader had from the manifest; else the jar's own manifest. */
    String version() {
        return Optional.ofNullable(type.getPackage())
                .map(Package::getImplementationVersion)
                .or(() -> location().flatMap(PluginCode::file).flatMap(PluginCode::stated))
                .filter(version -> !version.isBlank())
                .orElse("unknown");
    }

    private Optional<URI> location() {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.getLocation().toURI());
        } catch (URISyntaxException unescaped) {
            String text = source.getLocation().toString();
            return Optional.of(URI.create("unknown:" + text.replaceAll("[^\\w./:-]", "_")));
        }
    }

    private static Optional<Path> file(URI location) {
        return "file".equals(location.getScheme())
                ? Optional.of(Path.of(location))
                : Optional.empty();
    }

    private static String shown(Path path) {
        return isJar(path) ? path.getFileName().toString() : path.toString();
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar");
    }

    private static Optional<String> stated(Path path) {
        if (!isJar(path) || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(main -> main.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException unreadable) {
            return Optional.empty(); // Its classes are loaded: it is good enough to run.
        }
    }
}
