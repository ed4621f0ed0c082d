package io.terge.hf.directory;

import io.terge.hf.safetensors.SafetensorsName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a path is meant as that of a model directory. One that ends like a file is not: a user
 * who writes {@code out.onnx} expects a file, which would not be one.
 */
final class DirectoryName {

    /** Longer ones are words of a name. */
    private static final Pattern EXTENSION = Pattern.compile(".+\\.[A-Za-z0-9]{1,8}");

    /** Names end in versions and sizes: {@code Llama-3.2}, {@code Qwen-0.5B}, {@code bert.v2}. */
    private static final Pattern VERSION =
            Pattern.compile(".+(\\.[vV]?\\d+|\\d\\.\\d[A-Za-z0-9]*)");

    /** By custom, a directory. */
    private static final String SUFFIX = ".d";

    private DirectoryName() {}

    /** Whether there is a directory at the path, or its name is not like that of a file. */
    static boolean isOf(Path path) {
        return Files.isDirectory(path) || !endsLikeAFile(String.valueOf(path.getFileName()));
    }

    private static boolean endsLikeAFile(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith(SafetensorsName.SUFFIX)
                || WeightNames.areOfAnotherFormat(name)) {
            return true;
        }
        return EXTENSION.matcher(name).matches()
                && !VERSION.matcher(name).matches()
                && !name.endsWith(SUFFIX);
    }
}
