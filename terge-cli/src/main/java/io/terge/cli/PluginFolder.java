package io.terge.cli;

import io.terge.cli.text.ReportText;
import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The classes of the command, and those in the jars of a directory. */
final class PluginFolder implements AutoCloseable {

    private final URLClassLoader classLoader;

    private PluginFolder(URLClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Opens all jars of a directory, in the order of their names.
     *
     * @throws ParameterException if it is not a directory, or has no jar or a broken one
     */
    static PluginFolder open(Optional<Path> folder, CommandLine command) throws IOException {
        List<URL> urls = new ArrayList<>();
        if (folder.isPresent()) {
            List<Path> jars = jars(folder.get(), command);
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
            ReportText.printWarnings(JarsWithoutPlugins.among(jars), command.getErr());
        }
        return new PluginFolder(
                new URLClassLoader(
                        "terge-plugins",
                        urls.toArray(URL[]::new),
                        PluginFolder.class.getClassLoader()));
    }

    ClassLoader classLoader() {
        return classLoader;
    }

    @Override
    public void close() throws IOException {
        classLoader.close();
    }

    private static List<Path> jars(Path folder, CommandLine command) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    command,
                    "Invalid value for option '--plugins': '" + folder + "' is not a directory");
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException failure) {
            throw cannotRead(folder, failure);
        }
        if (jars.isEmpty()) {
            throw new ParameterException(
                    command, "Invalid value for option '--plugins': no jar in '" + folder + "'");
        }
        jars.sort(null);
        for (Path jar : jars) {
            checkJar(jar, command);
        }
        return jars;
    }

    /** A class loader ignores a broken jar silently. */
    private static void checkJar(Path jar, CommandLine command) {
        if (!Files.isRegularFile(jar)) {
            throw notAJar(jar, "not a file", command);
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.size();
        } catch (ZipException broken) {
            throw notAJar(jar, String.valueOf(broken.getMessage()), command);
        } catch (IOException failure) {
            throw cannotRead(jar, failure);
        }
    }

    private static ParameterException notAJar(Path jar, String why, CommandLine command) {
        return new ParameterException(
                command,
                "Invalid value for option '--plugins': '%s' is not a jar: %s".formatted(jar, why));
    }

    private static TergeException cannotRead(Path path, IOException failure) {
        return new TergeException(
                Problem.of(
                        TergeCode.CANNOT_READ,
                        "Cannot read the plugins in %s: %s"
                                .formatted(path, FailureReason.of(failure))),
                failure);
    }
}
